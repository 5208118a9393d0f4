/** One recording, in two tabs of a browser. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { isAtWork, workOn } from "../../app/_recorder/atWork"
import { beginRecording } from "../../app/_recorder/begin"
import { discardSound, takeSound } from "../../app/_recorder/giving"
import {
  type KeptSound,
  memoryPlanks,
  type Planks,
  type SoundShelf,
  shelfOn,
} from "../../app/_recorder/shelf"
import { wholeSound } from "../../app/_recorder/wholeSound"
import { live } from "../support/liveWebm"

/** The locks of a browser, as far as they are asked for here. */
function browserLocks() {
  const held: { name: string; mode: LockMode }[] = []
  return {
    query: async () => ({ held: [...held] }),
    async request(name: string, { mode }: { mode: LockMode }, act: (lock: object | null) => unknown) {
      const others = held.filter((each) => each.name === name)
      if (others.some((each) => each.mode === "exclusive" || mode === "exclusive")) return act(null)
      const lock = { name, mode }
      held.push(lock)
      await act(lock)
      held.splice(held.indexOf(lock), 1)
    },
  }
}

const webm = (words: string, codec?: string) =>
  new Blob([new Uint8Array(live({ codec, clusters: [{ at: 0, blocks: [[0, words]] }] }))])
const sound = (change: Partial<KeptSound> = {}): KeptSound => ({
  id: "one",
  project: "p",
  source: null,
  mime: "audio/webm;codecs=opus",
  startedAt: 1,
  durationMs: 2_000,
  takes: 1,
  ...change,
})

let [a, b] = [] as unknown as [SoundShelf, SoundShelf]
let planks: Planks
/** The other tab records another take, from its beginning to its end. */
async function othersTake(words: string, takes: number) {
  const more = sound({ takes, durationMs: 2_000 * takes })
  await b.put(more)
  expect(await b.add(more, webm(words))).toBe("kept")
}
const heard = async (shelf: SoundShelf) => {
  const pieces = await Promise.all(
    (await shelf.pieces("one")).map(async ({ take, sound }) => [take, await sound.text()] as const),
  )
  return pieces.map(
    ([take, text]) => `${take} ${["first", "second", "third"].find((each) => text.includes(each))}`,
  )
}

beforeEach(async () => {
  vi.stubGlobal("navigator", { locks: browserLocks() })
  planks = memoryPlanks()
  a = shelfOn(planks, { lasts: true })
  b = shelfOn(planks, { lasts: true })
  await a.put(sound())
  await a.add(sound(), webm("first"))
})
afterEach(() => vi.unstubAllGlobals())

/** A microphone that is granted, and what is done with it. */
function room() {
  const stop = vi.fn()
  const recording = {
    id: "one",
    microphone: "",
    pause() {},
    goOn() {},
    stop: vi.fn(async () => {}),
    ms: () => 0,
    level: () => 0,
  }
  const stream = { getTracks: () => [{ stop }] } as unknown as MediaStream
  const outside = {
    workOn,
    stayAwake: () => () => {},
    openMicrophone: vi.fn(async (_device?: string | null) => stream),
    record: vi.fn(async (..._: unknown[]) => recording),
  }
  return { stop, recording, outside }
}
const told = { kept: () => {}, ended: () => {} }
const asked = (shelf: SoundShelf, isLeft = () => false) => ({ shelf, id: "one", fresh: null, isLeft, told })

describe("[S92] a recording that two tabs have before them", () => {
  it("[F18] is heard by the microphone that was chosen", async () => {
    const { outside } = room()
    await beginRecording({ ...asked(a), microphone: "on the table" }, outside)
    expect(outside.openMicrophone).toHaveBeenCalledWith("on the table")
  })

  it("is gone on with behind what there is, whatever is shown", async () => {
    await othersTake("second", 2)
    const { outside } = room()
    await beginRecording(asked(a), outside)
    expect(outside.record.mock.calls[0]![2]).toEqual(sound({ takes: 2, durationMs: 4_000 }))
  })

  it("is one tab's while it is being made: the other neither records, nor gives, nor discards it", async () => {
    const { outside } = room()
    const going = await beginRecording(asked(b), outside)
    if (typeof going === "string") throw new Error(going)
    const other = room()
    expect(await beginRecording(asked(a), other.outside)).toBe("elsewhere")
    expect(other.outside.openMicrophone).not.toHaveBeenCalled()
    expect(await takeSound(a, "one")).toBe("elsewhere")
    expect(await discardSound(a, sound())).toBe("elsewhere")
    expect([await isAtWork("one"), await heard(a)]).toEqual([true, ["1 first"]])
    going.end()
    await vi.waitFor(async () => expect(await isAtWork("one")).toBe(false))
    expect(await takeSound(a, "one")).toMatchObject({ takes: [1], isPart: false })
    expect(await beginRecording(asked(a), other.outside)).toMatchObject({ recording: other.recording })
  })

  it("is read by both at once, and is nobody's work then", async () => {
    const letGo = await workOn("one", "together")
    expect(await isAtWork("one")).toBe(false)
    expect(await takeSound(a, "one")).toMatchObject({ takes: [1] })
    expect(await discardSound(a, sound())).toBe("elsewhere")
    letGo!()
  })

  it("is given with all that there is; what is recorded behind it since stays", async () => {
    await othersTake("second", 2)
    const taken = await takeSound(a, "one")
    if (typeof taken === "string") throw new Error(taken)
    expect([taken.takes, taken.kept.takes]).toEqual([[1, 2], 2])
    const text = await taken.sound.text()
    expect([text.includes("first"), text.includes("second")]).toEqual([true, true])
    await othersTake("third", 3)
    await a.remove("one", taken)
    expect(await heard(b)).toEqual(["3 third"])
    expect(await b.all()).toMatchObject([{ id: "one", takes: 3 }])
    const rest = await takeSound(b, "one")
    if (typeof rest === "string") throw new Error(rest)
    await b.remove("one", rest)
    expect([await heard(b), await b.all()]).toEqual([[], []])
  })

  it("keeps its row where another take has begun and nothing of it has come yet", async () => {
    const taken = await takeSound(a, "one")
    if (typeof taken === "string") throw new Error(taken)
    await b.put(sound({ takes: 2 }))
    await a.remove("one", taken)
    expect(await b.find("one")).toMatchObject({ takes: 2 })
  })

  it("is discarded as it is shown, and not what was recorded since", async () => {
    await othersTake("second", 2)
    expect(await discardSound(a, sound())).toBe("changed")
    expect(await heard(a)).toEqual(["1 first", "2 second"])
    expect(await discardSound(a, (await a.find("one"))!)).toBeNull()
    expect([await heard(a), await a.all()]).toEqual([[], []])
    const { outside, stop } = room()
    expect([await takeSound(b, "one"), await discardSound(b, sound())]).toEqual(["gone", "gone"])
    expect(await beginRecording(asked(b), outside)).toBe("gone")
    expect([stop.mock.calls.length, outside.record.mock.calls.length]).toEqual([1, 0])
    expect(await isAtWork("one")).toBe(false)
  })

  it("loses no piece to another of the same place", async () => {
    const more = sound({ takes: 2 })
    expect(await b.add(more, webm("second"))).toBe("kept")
    expect(await a.add(more, webm("third"))).toBe("held")
    expect(await heard(a)).toEqual(["1 first", "2 second", "2 third"])
    expect(await heard(b)).toEqual(["1 first", "2 second"])
  })
})

describe("[S92] a page that is left while the microphone is asked for", () => {
  it("has it closed again, on a device that keeps nothing too", async () => {
    const shelf = shelfOn(memoryPlanks(), { lasts: false })
    const { outside, stop } = room()
    let isLeft = false
    const fresh = { id: "new", project: "p", source: null, startedAt: 1, durationMs: 0 }
    outside.openMicrophone.mockImplementationOnce(async () => {
      isLeft = true
      return { getTracks: () => [{ stop }] } as unknown as MediaStream
    })
    const begun = await beginRecording({ ...asked(shelf, () => isLeft), id: "new", fresh }, outside)
    expect([begun, stop.mock.calls.length, outside.record.mock.calls.length]).toEqual(["left", 1, 0])
    expect(await isAtWork("new")).toBe(false)
  })

  it("stops what has begun meanwhile", async () => {
    const { outside, recording, stop } = room()
    let isLeft = false
    outside.record.mockImplementationOnce(async () => {
      isLeft = true
      return recording
    })
    expect(
      await beginRecording(
        asked(a, () => isLeft),
        outside,
      ),
    ).toBe("left")
    expect([recording.stop.mock.calls.length, stop.mock.calls.length]).toEqual([1, 1])
    expect(await isAtWork("one")).toBe(false)
  })
})

describe("[S93] takes that do not go together", () => {
  const of = (...files: Blob[]) => files.map((file, at) => ({ take: at + 1, sound: file }))
  const given = async (...files: Blob[]) => {
    const { sound: file, ...rest } = await wholeSound(sound({ takes: files.length }), of(...files))
    const text = await file.text()
    return { ...rest, heard: ["first", "second", "third"].filter((each) => text.includes(each)) }
  }

  it("are given one after the other: as many as go together, and which is said", async () => {
    expect(await given(webm("first"), webm("second"), webm("third", "A_PCM"))).toMatchObject({
      takes: [1, 2],
      isPart: true,
      heard: ["first", "second"],
    })
    expect(await given(webm("first"), webm("second"))).toMatchObject({ takes: [1, 2], isPart: false })
  })

  it("nor does what cannot be read; a take that broke off before any sound has none to keep", async () => {
    const unread = new Blob(["second, no file"])
    expect(await given(webm("first"), unread)).toMatchObject({ takes: [1], isPart: true, heard: ["first"] })
    const empty = new Blob([new Uint8Array(live({ clusters: [] }))])
    expect(await given(webm("first"), empty)).toMatchObject({ takes: [1, 2], isPart: false })
    expect(await given(unread)).toMatchObject({
      takes: [1],
      isPart: false,
      durationMs: 2_000,
      heard: ["second"],
    })
  })

  it("leave what was not given on the device", async () => {
    const more = sound({ takes: 2, durationMs: 5_000 })
    await b.put(more)
    await b.add(more, webm("second", "A_PCM"))
    const taken = await takeSound(a, "one")
    if (typeof taken === "string") throw new Error(taken)
    await a.remove("one", taken)
    expect(await heard(a)).toEqual(["2 second"])
    expect(await takeSound(a, "one")).toMatchObject({ takes: [2], isPart: false })
  })
})
