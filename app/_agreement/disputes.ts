/** Where a code's disagreements are, source by source. */
import type { ShownAgreement } from "../../core/agreement/project/answer"
import { groupBy } from "../../core/overlap"
import type { Read } from "./read"

export interface SourceDisputes {
  readonly source: string
  readonly title: string
  readonly count: number
  /** Null where the reader may not open that review. */
  readonly href: string | null
}

type Known = Pick<Read, "reviewOf"> & {
  readonly answer: Pick<ShownAgreement, "documents"> & {
    readonly asked: Pick<ShownAgreement["asked"], "parents">
  }
}

/** In the order of the sources; of a source that two pairs coded, all of it. */
export function disputesOf(code: string, { answer, reviewOf }: Known): SourceDisputes[] {
  const bySource = [...groupBy(answer.documents, ({ source }) => source).values()]
  return bySource.flatMap((documents) => {
    const [{ source, title }] = documents as [(typeof documents)[number]]
    const count = documents.reduce((sum, { disagreements }) => sum + (disagreements.codes[code] ?? 0), 0)
    if (count === 0) return []
    return [{ source, title, count, href: reviewOf(source, { code, below: answer.asked.parents }) }]
  })
}
