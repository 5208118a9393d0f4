/** Codes that meet others on the same words: a square of the few that are confused most. */
import type { Confusion } from "../../core/agreement/result"

/** Null: none. */
export type CodeOrNone = string | null

export interface ConfusionSquare {
  readonly rows: readonly CodeOrNone[]
  readonly columns: readonly CodeOrNone[]
  readonly cells: readonly {
    readonly row: number
    readonly column: number
    readonly characters: number
    /** Of all that stands where the first has the code of the row. */
    readonly share: number
  }[]
  /** Codes that are left out of the square, since they are confused less. */
  readonly left: number
}

/** The `most` codes with the longest stretches coded otherwise or not at all by the other; nothing last. */
export function squareOf({ cells }: Confusion, most: number): ConfusionSquare {
  const met = cells.filter(({ ofFirst, ofSecond }) => ofFirst !== null || ofSecond !== null)
  const apart = new Map<string, number>()
  for (const { ofFirst, ofSecond, characters } of met)
    for (const code of new Set([ofFirst, ofSecond]))
      if (code !== null) apart.set(code, (apart.get(code) ?? 0) + (ofFirst === ofSecond ? 0 : characters))
  const chosen = [...apart]
    .sort(([, x], [, y]) => y - x)
    .slice(0, most)
    .map(([code]) => code)
  const lines: CodeOrNone[] = [...chosen, null]
  const wholeOf = (row: CodeOrNone) =>
    met.reduce((sum, { ofFirst, characters }) => sum + (ofFirst === row ? characters : 0), 0)
  const wholes = lines.map(wholeOf)
  return {
    rows: lines,
    columns: lines,
    cells: met.flatMap(({ ofFirst, ofSecond, characters }) => {
      const [row, column] = [lines.indexOf(ofFirst), lines.indexOf(ofSecond)]
      return row < 0 || column < 0 ? [] : [{ row, column, characters, share: characters / wholes[row]! }]
    }),
    left: apart.size - chosen.length,
  }
}

/** What was taken for each other, longest first: two different codes on the same words. */
export function takenForEachOther({ cells }: Confusion) {
  return cells.filter(
    ({ ofFirst, ofSecond }) => ofFirst !== ofSecond && ofFirst !== null && ofSecond !== null,
  )
}
