import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { columnsOf, gainOf, outlineOf, readPeaks, shapeOf, writePeaks } from "../../core/peaks"

/** Peaks of moments given as "low high". */
const peaksOf = (...moments: string[]) => ({
  perSecond: 50,
  pairs: Int8Array.from(moments.flatMap((moment) => moment.split(" ").map(Number))),
})
/** Three hours, of which each moment is its own. */
const hours = () => {
  const pairs = new Int8Array(3 * 3600 * 50 * 2)
  for (let at = 0; at < pairs.length; at += 2) {
    pairs[at] = -((at * 7919) % 128)
    pairs[at + 1] = (at * 104_729) % 128
  }
  return { perSecond: 50, pairs }
}

describe("[S80] peaks", () => {
  it("are read as they were written, wherever they lie among other bytes", () => {
    const peaks = peaksOf("-3 4", "-127 127", "0 0")
    const bytes = writePeaks(peaks)
    const among = new Uint8Array(bytes.length + 20)
    among.set(bytes, 7)
    for (const each of [bytes, among.subarray(7, 7 + bytes.length)]) expect(readPeaks(each)).toEqual(peaks)
  })

  it("that were cut short, or are something else, are none", () => {
    const bytes = writePeaks(peaksOf("-3 4", "-127 127"))
    for (let length = 0; length < bytes.length; length++)
      expect(readPeaks(bytes.subarray(0, length))).toBeNull()
    expect(readPeaks(Uint8Array.of(...bytes, 0))).toBeNull()
    expect(readPeaks(new TextEncoder().encode("<html>a portal's page</html>"))).toBeNull()
    expect(readPeaks(bytes)).not.toBeNull()
  })
})

describe("[S80] the columns of a stretch", () => {
  it("hold the lowest and the highest of what they show, however long it is", () => {
    const peaks = hours()
    const outline = outlineOf(peaks)
    const moments = peaks.pairs.length / 2
    let levelsUsed = 0
    fc.assert(
      fc.property(
        fc.nat(moments - 1),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 40 }),
        (from, power, columns) => {
          // Columns that are whole numbers of moments of some level: each is exactly what it holds.
          const wide = 4 ** (power - 1)
          const start = Math.floor(from / wide) * wide
          if (wide > 1) levelsUsed++
          const shape = columnsOf(outline, start * 20, (start + wide * columns) * 20, columns)
          for (let column = 0; column < columns; column++) {
            const held = peaks.pairs.subarray((start + wide * column) * 2, (start + wide * (column + 1)) * 2)
            const lows = held.filter((_, at) => at % 2 === 0)
            const highs = held.filter((_, at) => at % 2 === 1)
            const expected = held.length === 0 ? [0, 0] : [Math.min(...lows), Math.max(...highs)]
            expect([shape[column * 2], shape[column * 2 + 1]]).toEqual(expected)
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(levelsUsed).toBeGreaterThan(50)
  })

  it("miss nothing that is loud, whatever the width", () => {
    const pairs = new Int8Array(3 * 3600 * 50 * 2)
    pairs[123_457 * 2 + 1] = 99
    const outline = outlineOf({ perSecond: 50, pairs })
    for (const columns of [1, 17, 320, 1_439, 5_000]) {
      const shape = columnsOf(outline, 0, outline.durationMs, columns)
      expect(Math.max(...shape)).toBe(99)
      const at = shape.indexOf(99) >> 1
      expect(Math.abs((at / columns) * outline.durationMs - 123_457 * 20)).toBeLessThan(
        2 * (outline.durationMs / columns) + 20,
      )
    }
  })

  it("[S83] are drawn by their loudest where they are short, by what is usual in them where they are long", () => {
    // In turn half a minute that is loud once a second, and half a minute that is loud throughout.
    const pairs = new Int8Array(3600 * 50 * 2)
    for (let at = 0; at < 3600 * 50; at++) {
      const isLoud = Math.floor(at / 1_500) % 2 === 1 || at % 50 === 0
      pairs[at * 2] = isLoud ? -80 : -10
      pairs[at * 2 + 1] = isLoud ? 80 : 10
    }
    const outline = outlineOf({ perSecond: 50, pairs })
    const [speech, shouting] = [30_000, 60_000].map((to) => [...shapeOf(outline, to - 30_000, to, 10)])
    expect(new Set(shouting)).toEqual(new Set([-80, 80]))
    expect(Math.max(...speech!)).toBeLessThan(40)
    expect([...shapeOf(outline, 0, 1_000, 50)]).toEqual([...columnsOf(outline, 0, 1_000, 50)])
  })

  it("cost the same for three hours as for seconds", () => {
    const { levels } = outlineOf(hours())
    const reads: number[] = []
    const counted = levels.map((level) => ({
      ...level,
      pairs: new Proxy(level.pairs, {
        get: (pairs, at) => {
          if (typeof at === "string" && /^\d/.test(at)) reads[0] = (reads[0] ?? 0) + 1
          return Reflect.get(pairs, at)
        },
      }),
    }))
    columnsOf({ durationMs: 3 * 3_600_000, levels: counted }, 0, 3 * 3_600_000, 1_000)
    expect(reads[0]).toBeGreaterThan(1_000)
    expect(reads[0]).toBeLessThan(1_000 * 2 * 6)
  })

  it("are silent outside the recording", () => {
    const outline = outlineOf(peaksOf("-9 9", "-8 8"))
    expect([...columnsOf(outline, -20, 60, 4)]).toEqual([0, 0, -9, 9, -8, 8, 0, 0])
    expect([...columnsOf(outline, 0, 0, 2)]).toEqual([0, 0, 0, 0])
  })
})

describe("[S80] a drawing", () => {
  const spoken = (loud: number, moments = 4_000) =>
    outlineOf({
      perSecond: 50,
      pairs: Int8Array.from({ length: moments * 2 }, (_, at) => (at % 2 ? loud : -loud)),
    })

  it("fills its height with a soft voice as with a loud one", () => {
    expect(gainOf(spoken(20)) * 20).toBeCloseTo(127)
    expect(gainOf(spoken(120)) * 120).toBeCloseTo(127)
  })

  it("is not made small by a door that slams", () => {
    const outline = spoken(20)
    outline.levels[0]!.pairs[51] = 127
    expect(gainOf(outlineOf({ perSecond: 50, pairs: outline.levels[0]!.pairs })) * 20).toBeCloseTo(127)
  })

  it("does not make a storm of silence, nor fail on nothing", () => {
    expect(gainOf(spoken(1))).toBeLessThan(20)
    expect(gainOf(outlineOf(peaksOf()))).toBeLessThan(20)
  })
})
