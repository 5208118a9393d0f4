import { describe, expect, it } from "vitest"
import { loudness } from "../../app/_recorder/level"
import { whyNoSound } from "../../app/_recorder/microphone"
import { seekable } from "../../app/_recorder/seekable"
import { type KeptSound, memoryPlanks, type Planks, shelfOn } from "../../app/_recorder/shelf"
import { createStopwatch } from "../../app/_recorder/stopwatch"
import { canGoOn, endingOf, wholeSound } from "../../app/_recorder/wholeSound"
import { live } from "../support/liveWebm"

const sound = (change: Partial<KeptSound> = {}): KeptSound => ({
  id: "one",
  project: "p",
  source: null,
  mime: "audio/webm;codecs=opus",
  startedAt: 1,
  durationMs: 0,
  takes: 1,
  ...change,
})
const piece = (words: string) => new Blob([words])
const read = async (shelf: ReturnType<typeof shelfOn>, id = "one") =>
  Promise.all((await shelf.pieces(id)).map(async ({ take, sound }) => `${take} ${await sound.text()}`))

/** A device that takes nothing while it is full. */
function device() {
  const planks = memoryPlanks()
  const state = { isFull: false, kept: planks }
  const guarded: Planks = {
    ...planks,
    add: (...all) =>
      state.isFull ? Promise.reject(new DOMException("", "QuotaExceededError")) : planks.add(...all),
  }
  return { state, shelf: shelfOn(guarded, { lasts: true }) }
}

describe("[S92] what is recorded", () => {
  it("is on the device piece by piece, in its order, each take after the one before", async () => {
    const { shelf } = device()
    await shelf.put(sound())
    for (const words of ["a", "b", "c"]) expect(await shelf.add(sound(), piece(words))).toBe("kept")
    const more = sound({ takes: 2, durationMs: 6_000 })
    await shelf.put(more)
    await shelf.add(more, piece("d"))
    expect(await read(shelf)).toEqual(["1 a", "1 b", "1 c", "2 d"])
    expect(await shelf.all()).toEqual([more])
  })

  it("is not lost where the device is full: it stays in the window, and goes when there is room", async () => {
    const { state, shelf } = device()
    await shelf.add(sound(), piece("a"))
    state.isFull = true
    expect(await shelf.add(sound(), piece("b"))).toBe("held")
    expect(await shelf.add(sound(), piece("c"))).toBe("held")
    expect(await read(shelf)).toEqual(["1 a", "1 b", "1 c"])
    expect(await state.kept.pieces("one")).toHaveLength(1)
    state.isFull = false
    expect(await shelf.add(sound(), piece("d"))).toBe("kept")
    expect(await read(shelf)).toEqual(["1 a", "1 b", "1 c", "1 d"])
    expect(await state.kept.pieces("one")).toHaveLength(4)
  })

  it("is gone when it is removed, what the window held too, and nothing else", async () => {
    const { state, shelf } = device()
    for (const id of ["one", "other"]) await shelf.add(sound({ id }), piece(id))
    state.isFull = true
    await shelf.add(sound(), piece("held"))
    await shelf.remove("one")
    expect([await read(shelf), await read(shelf, "other")]).toEqual([[], ["1 other"]])
    expect((await shelf.all()).map(({ id }) => id)).toEqual(["other"])
  })

  it("comes as one file; what is no WebM as the browser wrote it", async () => {
    const mp4 = sound({ mime: "audio/mp4;codecs=mp4a.40.2", durationMs: 4_000 })
    const pieces = ["ft", "yp"].map((words) => ({ take: 1, sound: piece(words) }))
    const whole = await wholeSound(mp4, pieces)
    expect([await whole.sound.text(), whole.sound.type, whole.durationMs]).toEqual([
      "ftyp",
      "audio/mp4",
      4_000,
    ])
    expect([canGoOn(mp4), canGoOn(sound())]).toEqual([false, true])
    expect([endingOf(mp4), endingOf(sound())]).toEqual([".m4a", ".weba"])
  })
})

describe("[F19] a file that is chosen", () => {
  const chosen = (bytes: Uint8Array, name: string, type: string) =>
    new File([bytes as Uint8Array<ArrayBuffer>], name, { type, lastModified: 7 })
  const raw = live({
    clusters: [
      {
        at: 0,
        blocks: [
          [0, "a"],
          [20, "b"],
        ],
      },
      { at: 60_000, blocks: [[0, "c"]] },
    ],
  })
  const unknown = async () => null

  it("says how long it is and can be jumped into, where a recorder wrote it as WebM while it heard", async () => {
    const file = chosen(raw, "brut.webm", "video/webm")
    const made = await seekable(file, unknown)
    expect(made.durationMs).toBe(60_020)
    expect([made.file.name, made.file.type, made.file.lastModified]).toEqual(["brut.webm", "video/webm", 7])
    const bytes = Buffer.from(await made.file.arrayBuffer())
    for (const [id, name] of [
      ["4489", "how long"],
      ["1c53bb6b", "where"],
    ] as const) {
      expect(bytes.includes(Buffer.from(id, "hex")), name).toBe(true)
      expect(raw.includes(Buffer.from(id, "hex")), name).toBe(false)
    }
  })

  it("stays as it is where it says so already, or is something else", async () => {
    const file = chosen(raw, "brut.webm", "video/webm")
    expect(await seekable(file, async () => 60_020)).toEqual({ file, durationMs: 60_020 })
    const mp4 = chosen(Buffer.from("\0\0\0\x18ftypiso5"), "safari.m4a", "audio/mp4")
    expect((await seekable(mp4, unknown)).file).toBe(mp4)
    const broken = chosen(Buffer.from("\x1a\x45\xdf\xa3"), "x.webm", "video/webm")
    expect((await seekable(broken, unknown)).file).toBe(broken)
  })
})

describe("a microphone that does not come", () => {
  it.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "missing"],
    ["NotReadableError", "busy"],
    ["TypeError", "unsupported"],
    ["SecurityError", "denied"],
  ] as const)("%s is said as %s", (name, why) => {
    expect(whyNoSound(new DOMException("", name))).toBe(why)
  })
})

describe("the level", () => {
  it("is 0 for silence, 1 for all there is, and grows as the ear hears it", () => {
    const at = (peak: number) => loudness(Float32Array.of(0, peak, -peak / 2))
    expect([at(0), at(1), at(0.0001)]).toEqual([0, 1, 0])
    expect(at(0.1)).toBeCloseTo(2 / 3)
    expect(at(0.01)).toBeCloseTo(1 / 3)
  })
})

describe("the time recorded", () => {
  it("stands still in a pause", () => {
    let now = 100
    const watch = createStopwatch(() => now)
    watch.start()
    now += 1_000
    watch.stop()
    now += 5_000
    expect(watch.ms()).toBe(1_000)
    watch.start()
    watch.start()
    now += 500
    expect(watch.ms()).toBe(1_500)
  })
})
