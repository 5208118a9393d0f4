/** Which codes are compared, and which codings count for each. */
import type { CodedDocument } from "./documents"
import type { CountsFor } from "./prepare"

export interface CodeChoice {
  /** In the order asked for, else by name. */
  readonly codes: readonly string[]
  readonly countsFor: CountsFor
}

export interface CodesAsked {
  /** The codes to compare; null: all that occur, and with `childrenCount` those above them. */
  readonly codes: readonly string[] | null
  /** Codes to leave out: those that say what a text is (a question, a greeting) rather than what it means. */
  readonly without: readonly string[]
  /** The code above each. */
  readonly parents: Readonly<Record<string, string | null>>
  /** A code above counts what its whole subtree was put on, once where several meet. */
  readonly childrenCount: boolean
}

export function chooseCodes(documents: readonly CodedDocument[], asked: CodesAsked): CodeChoice {
  const used = new Set<string>()
  for (const { coders } of documents)
    for (const { spans } of coders) for (const { code } of spans) used.add(code)
  const above = (code: string) => (asked.childrenCount ? lineage(code, asked.parents) : [code])
  const without = new Set(asked.without)
  const all = asked.codes ?? [...new Set([...used].flatMap(above))].sort()
  const codes = [...new Set(all)].filter((code) => !without.has(code))
  const places = new Map(codes.map((code, at) => [code, at]))
  const countsFor = new Map<string, readonly number[]>()
  for (const code of used) {
    const targets = above(code).flatMap((each) => places.get(each) ?? [])
    if (targets.length > 0) countsFor.set(code, targets)
  }
  return { codes, countsFor }
}

/** The code and those above it; a circle ends where it closes. */
export function lineage(code: string, parents: CodesAsked["parents"]): string[] {
  const line: string[] = []
  for (let at: string | null | undefined = code; at && !line.includes(at); ) {
    line.push(at)
    at = Object.hasOwn(parents, at) ? parents[at] : null
  }
  return line
}
