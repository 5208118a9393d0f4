/** Which code of one coder stands on the same characters as which of the other. */
import type { Confusion, ConfusionCell } from "./result"
import type { MeetingsOf } from "./tally"

export interface Meetings {
  readonly of: MeetingsOf
  readonly confusion: () => Confusion[]
}

export function createMeetings(
  codes: readonly string[],
  coders: readonly string[],
  pairs: readonly (readonly [number, number])[],
): Meetings {
  const side = codes.length + 1
  const lengths = pairs.map(() => new Float64Array(side * side))
  const places = new Int32Array(coders.length ** 2)
  for (const [at, [g, h]] of pairs.entries()) places[g * coders.length + h] = at
  const name = (code: number) => codes[code] ?? null
  return {
    of: ([g, h]) => ({
      lengths: lengths[places[Math.min(g, h) * coders.length + Math.max(g, h)]!]!,
      isTurned: g > h,
    }),
    confusion: () =>
      pairs.map(([g, h], pair) => ({
        first: coders[g]!,
        second: coders[h]!,
        cells: cellsOf(lengths[pair]!).sort((a, b) => b.characters - a.characters),
      })),
  }

  function cellsOf(met: Float64Array): ConfusionCell[] {
    const cells: ConfusionCell[] = []
    for (let first = 0; first < side; first++)
      for (let second = 0; second < side; second++) {
        const characters = met[first * side + second]!
        if (characters > 0) cells.push({ ofFirst: name(first), ofSecond: name(second), characters })
      }
    return cells
  }
}
