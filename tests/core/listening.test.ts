import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  correctionFor,
  hear,
  heardMsOf,
  isListenedTo,
  isMoving,
  latest,
  type PlayHead,
  positionAt,
  pressed,
  readPlayHead,
} from "../../core/listening"

const clip = { startMs: 10_000, endMs: 30_000 }
const head: PlayHead = {
  listening: "one",
  flag: "flag",
  clip,
  playing: true,
  positionMs: 10_000,
  rate: 1,
  atMs: 1_000,
  turn: 1,
  by: "ana",
}

describe("the head that holds", () => {
  it("is the one of the highest turn, whoever passes it on", () => {
    const later = { ...head, turn: 2, by: "ben" }
    expect(latest([head, later, head])).toBe(later)
    expect(latest([])).toBeNull()
  })

  it("is the same for everybody, in whatever order the heads are heard of", () => {
    const heads = fc.array(
      fc.record({ turn: fc.integer({ min: 1, max: 3 }), by: fc.constantFrom("ana", "ben"), atMs: fc.nat(3) }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(heads, (some) => {
        const all = some.map((each) => ({ ...head, ...each }))
        const said = ({ turn, by, atMs }: PlayHead) => [turn, by, atMs]
        expect(said(latest(all)!)).toEqual(said(latest([...all].reverse())!))
      }),
    )
  })
})

describe("where it stands", () => {
  it("moves with the server's time at its rate, and stops at the end of the clip", () => {
    expect(positionAt({ ...head, rate: 0.5 }, 5_000)).toBe(12_000)
    expect(positionAt(head, 60_000)).toBe(30_000)
    expect([isMoving(head, 20_999), isMoving(head, 21_000)]).toEqual([true, false])
  })

  it("stands still while paused, and never runs backwards before its own moment", () => {
    expect(positionAt({ ...head, playing: false }, 9_000)).toBe(10_000)
    expect(positionAt(head, 500)).toBe(10_000)
  })
})

describe("a press", () => {
  it("pauses where the head stands, and goes on from there", () => {
    const paused = pressed(head, { playing: false }, "ben", 6_000)
    expect(paused).toMatchObject({ playing: false, positionMs: 15_000, turn: 2, by: "ben" })
    expect(positionAt(pressed(paused, { playing: true }, "ana", 99_000), 100_000)).toBe(16_000)
  })

  it("changes the speed without a jump", () => {
    expect(positionAt(pressed(head, { rate: 0.5 }, "ben", 6_000), 8_000)).toBe(16_000)
  })

  it("stays inside the clip", () => {
    expect(pressed(head, { positionMs: 2_000 }, "ana", 0).positionMs).toBe(10_000)
    expect(pressed(head, { positionMs: 99_000 }, "ana", 0).positionMs).toBe(30_000)
  })

  it("on play at the end begins again", () => {
    expect(pressed(head, { playing: true }, "ana", 60_000).positionMs).toBe(10_000)
  })

  it("keeps which listening it is, so that whoever left is not called back", () => {
    expect(pressed(head, { playing: false }, "ben", 0).listening).toBe("one")
  })
})

describe("a head that came from elsewhere", () => {
  it("is read field by field", () => {
    expect(readPlayHead({ ...head, more: "x" })).toEqual(head)
  })

  it.each([
    null,
    "head",
    {},
    { ...head, listening: 3 },
    { ...head, rate: 0 },
    { ...head, rate: Number.NaN },
    { ...head, positionMs: 9_999 },
    { ...head, clip: { startMs: 3, endMs: 3 } },
    { ...head, playing: "yes" },
  ])("is dropped when it is none: %j", (value) => {
    expect(readPlayHead(value)).toBeNull()
  })
})

describe("coming into step", () => {
  it("leaves alone what no ear can tell, drifts what it can, jumps what is far", () => {
    expect(correctionFor(1_000, 1_040, 1).kind).toBe("none")
    expect(correctionFor(1_000, 1_200, 1)).toEqual({ kind: "drift", rate: 1.08 })
    expect(correctionFor(1_200, 1_000, 0.5)).toEqual({ kind: "drift", rate: 0.46 })
    expect(correctionFor(1_000, 1_300, 1)).toEqual({ kind: "jump", toMs: 1_300 })
  })
})

describe("[R8] having listened", () => {
  it("counts what was heard twice once", () => {
    const twice = [
      { startMs: 10_000, endMs: 14_000 },
      { startMs: 12_000, endMs: 16_000 },
      { startMs: 10_000, endMs: 13_000 },
    ]
    expect(heardMsOf(twice.reduce(hear, [] as ReturnType<typeof hear>), clip)).toBe(6_000)
  })

  it("counts nothing outside the clip", () => {
    expect(heardMsOf([{ startMs: 0, endMs: 11_000 }], clip)).toBe(1_000)
  })

  it("takes most of the clip, or its end", () => {
    expect(isListenedTo([{ startMs: 10_000, endMs: 21_900 }], clip)).toBe(false)
    expect(isListenedTo([{ startMs: 10_000, endMs: 22_000 }], clip)).toBe(true)
    expect(isListenedTo([{ startMs: 28_000, endMs: 29_900 }], clip)).toBe(true)
    expect(isListenedTo([], clip)).toBe(false)
  })

  it("adds up whatever the pieces, and in whatever order they sounded", () => {
    const piece = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, long]) => ({ startMs: from * 1000, endMs: (from + long) * 1000 }))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const seconds = new Set(
          pieces.flatMap(({ startMs, endMs }) =>
            Array.from({ length: (endMs - startMs) / 1000 }, (_, second) => startMs / 1000 + second),
          ),
        )
        const inside = [...seconds].filter((second) => second >= 10 && second < 30).length
        const heard = pieces.reduce(hear, [] as ReturnType<typeof hear>)
        expect(heardMsOf(heard, clip)).toBe(inside * 1000)
      }),
    )
  })
})
