import fc from "fast-check"
import { expect, test } from "vitest"
import { createTextOrder } from "../../app/_sync/textOrder"

interface Placed {
  readonly id: string
  readonly from: number
  readonly to: number
}

const all: readonly Placed[] = Array.from({ length: 60 }, (_, at) => ({
  id: `c${at}`,
  from: (at * 7) % 20,
  to: ((at * 7) % 20) + 1 + (at % 3),
}))

test("codings stand in the order of the text, however they come and go", () => {
  const chosen = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 59 })
  fc.assert(
    fc.property(fc.array(chosen, { minLength: 1, maxLength: 6 }), (steps) => {
      const inOrder = createTextOrder<Placed>()
      for (const step of steps) {
        const codings = [...new Set(step)].map((at) => all[at]!)
        const sorted = [...codings].sort(
          (one, other) => one.from - other.from || other.to - one.to || (one.id < other.id ? -1 : 1),
        )
        expect(inOrder(codings)).toEqual(sorted)
        // One more, at the end of what the layer holds: put in its place.
        const more = all.find((each) => !codings.includes(each))!
        expect(inOrder([...codings, more]).indexOf(more)).toBe(
          sorted.filter((each) => each.from < more.from || (each.from === more.from && before(each, more)))
            .length,
        )
      }
    }),
  )
})

function before(one: Placed, other: Placed): boolean {
  return one.to > other.to || (one.to === other.to && one.id < other.id)
}

test("nothing that was given out is changed afterwards", () => {
  const inOrder = createTextOrder<Placed>()
  const first = inOrder(all.slice(0, 5))
  const held = [...first]
  inOrder(all.slice(0, 6))
  expect(first).toEqual(held)
})
