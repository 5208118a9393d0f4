/** What ids are called, as the answer tells it. */
import type { ShownAgreement } from "../../core/agreement/project/answer"
import type { Side } from "../../core/model"
import { groupBy } from "../../core/overlap"

export interface Names {
  readonly code: (id: string) => string
  readonly coder: (id: string) => string
  readonly document: (id: string) => string
  /** Two coders are A and B, the first of them A; of more, nobody is on a side. */
  readonly side: (coder: string) => Side | null
}

export function namesIn({
  codes,
  coders,
  documents,
}: Pick<ShownAgreement, "codes" | "coders" | "documents">): Names {
  const code = new Map(codes.map(({ id, name }) => [id, name]))
  const coder = new Map(coders.map(({ id, name }) => [id, name]))
  const calledSo = groupBy(documents, ({ title }) => title)
  const document = new Map(
    documents.map(({ id, title, coders: by }) => [
      id,
      calledSo.get(title)!.length === 1
        ? title
        : `${title} (${by.map((each) => coder.get(each)).join(", ")})`,
    ]),
  )
  return {
    code: (id) => code.get(id) ?? id,
    coder: (id) => coder.get(id) ?? id,
    document: (id) => document.get(id) ?? id,
    side: (id) => {
      const at = coders.findIndex((each) => each.id === id)
      return coders.length > 2 || at < 0 ? null : at === 0 ? "a" : "b"
    },
  }
}

/** The only pair there is; null where there are more, or none. */
export function onlyPair<Of>(pairs: readonly Of[]): Of | null {
  return pairs.length === 1 ? pairs[0]! : null
}
