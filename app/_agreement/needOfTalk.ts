/** Which codes the pair should talk about first: where most was put by one alone. */
import type { CodeAgreement, PairAgreement } from "../../core/agreement/result"

export interface NeedOfTalk {
  readonly code: CodeAgreement
  /** Units that one of a pair put the code on and the other did not, over all pairs that are looked at. */
  readonly apart: number
  /** Units that both did. */
  readonly together: number
}

/** A pair of coders, or null for all of them. */
export type ChosenPair = { readonly first: string; readonly second: string } | null

/** Most disagreement first; where there is equally much, first what is agreed on least; last what nobody used. */
export function byNeedOfTalk(codes: readonly CodeAgreement[], pair: ChosenPair = null): NeedOfTalk[] {
  return codes
    .map((code) => weigh(code, pair))
    .sort((x, y) => y.apart - x.apart || used(y) - used(x) || x.together - y.together)
}

/** The pairs of a code that are looked at. */
export function pairsOf<Of extends { readonly first: string; readonly second: string }>(
  pairs: readonly Of[],
  pair: ChosenPair,
): readonly Of[] {
  return pair === null ? pairs : pairs.filter((each) => isPair(each, pair))
}

export function isPair(
  each: { readonly first: string; readonly second: string },
  pair: NonNullable<ChosenPair>,
): boolean {
  return each.first === pair.first && each.second === pair.second
}

/**
 * The few codes that most of the gap comes from: as many as are needed for half of it, if they are three at most and
 * there are others beside them; else none, since then it comes from everywhere.
 */
export function mostOfTheGap(lines: readonly NeedOfTalk[]): readonly NeedOfTalk[] {
  const whole = lines.reduce((sum, { apart }) => sum + apart, 0)
  const differing = lines.filter(({ apart }) => apart > 0).length
  const found: NeedOfTalk[] = []
  let sum = 0
  for (const line of lines) {
    if (sum >= whole / 2) break
    found.push(line)
    sum += line.apart
  }
  return found.length <= 3 && found.length < differing ? found : []
}

function weigh(code: CodeAgreement, pair: ChosenPair): NeedOfTalk {
  const sum = (of: (table: PairAgreement["table"]) => number) =>
    pairsOf(code.pairs, pair).reduce((all, { table }) => all + of(table), 0)
  return { code, apart: sum(({ first, second }) => first + second), together: sum(({ both }) => both) }
}

const used = ({ apart, together }: NeedOfTalk): number => (apart + together > 0 ? 1 : 0)
