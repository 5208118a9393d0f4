/** Which code of one coder stands on the same characters as which of the other. */
import type { Confusion, ConfusionCell } from "./result"
import type { Watch } from "./tally"

export interface Meetings {
  readonly meet: NonNullable<Watch["meet"]>
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
    meet: ([g, h], row, column, length) => {
      if (g < h) lengths[places[g * coders.length + h]!]![row * side + column]! += length
      else lengths[places[h * coders.length + g]!]![column * side + row]! += length
    },
    confusion: () =>
      pairs.map(([g, h], pair) => ({
        first: coders[g]!,
        second: coders[h]!,
        cells: Array.from(
          lengths[pair]!,
          (characters, at): ConfusionCell => ({
            ofFirst: name(Math.floor(at / side)),
            ofSecond: name(at % side),
            characters,
          }),
        )
          .filter(({ characters }) => characters > 0)
          .sort((a, b) => b.characters - a.characters),
      })),
  }
}
