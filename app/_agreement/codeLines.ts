import type { AgreementCode } from "../../core/agreement/project/answer"
import { groupBy } from "../../core/overlap"

export interface CodeLine {
  readonly code: AgreementCode
  readonly depth: number
  /** The codes that can be compared, in it and below it. */
  readonly within: readonly string[]
}

/** Codes under those above them, for a list to choose from; what holds no code that is compared is left out. */
export function codeLines(codes: readonly AgreementCode[]): CodeLine[] {
  const known = new Set(codes.map(({ id }) => id))
  const under = groupBy(codes, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
  const linesUnder = (parent: string | null, depth: number, above: readonly string[]): CodeLine[] =>
    (under.get(parent) ?? []).flatMap((code) => {
      if (above.includes(code.id)) return []
      const below = linesUnder(code.id, depth + 1, [...above, code.id])
      const within = [
        ...(code.compared ? [code.id] : []),
        ...below.filter((line) => line.code.compared).map((line) => line.code.id),
      ]
      return within.length > 0 ? [{ code, depth, within }, ...below] : []
    })
  return linesUnder(null, 0, [])
}
