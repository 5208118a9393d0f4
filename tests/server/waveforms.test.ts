/** The waveform of a recording: made once, beside it, by nobody's asking; gone with it, whatever was going on. */
import { spawnSync } from "node:child_process"
import { readdir, rm, truncate, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import * as peaksRoute from "../../app/api/sources/[source]/peaks/route"
import * as recordingRoute from "../../app/api/sources/[source]/recording/route"
import { readPeaks } from "../../core/peaks"
import { recording } from "../../db/schema"
import { attachRecording } from "../../server/commands/attachRecording"
import { createSource } from "../../server/commands/createSource"
import { keepLength } from "../../server/commands/keepLength"
import { startHousekeeping } from "../../server/housekeeping"
import type { PeaksJob } from "../../server/sound/peaksThread"
import { createWaveforms } from "../../server/waveforms"
import { asWritten, peaksPlainly, voice, wavHead, wavOf } from "../support/sounds"
import { openTestApp, type TestApp } from "../support/testApp"

const form = { rate: 8_000, channels: 1, bits: 16 } as const
const sound = wavOf(form, voice(2, form))
const drawn = peaksPlainly(asWritten(form, voice(2, form)), form)

let app: TestApp
let ana: { id: string; token: string }
beforeAll(async () => {
  app = await openTestApp()
  ana = await app.person("Ana")
}, 60_000)
afterAll(() => app.close())

const folder = () => join(app.dataDir, "recordings")
const filesOf = async (key: string) => (await readdir(folder())).filter((name) => name.startsWith(key)).sort()

/** An interview with this recording; its id, and the recording's key. */
async function interview(bytes: Buffer, mime = "audio/wav") {
  const { services } = app
  const key = services.ids.newId()
  await services.recordings.write(key, Readable.from([bytes]), { maxBytes: bytes.length })
  const { id } = await createSource(services, {
    project: await app.project(ana.id),
    by: ana.id,
    title: "M7",
    kind: "interview",
    blindness: "passage",
    coders: [ana.id],
    context: { who: "", where: "", how: "" },
    transcript: { speakers: [], turns: [{ speaker: null, startMs: 0, endMs: null, text: "Bonjour." }] },
    recording: { key, bytes: bytes.length, mime, originalName: "m7.wav", durationMs: null },
  })
  return { id, key }
}

/** A recording that takes long to read, and no room on the disk. */
async function hoursOfSilence(): Promise<string> {
  const { recordings, ids } = app.services
  const long = { rate: 44_100, channels: 2, bits: 16 } as const
  const key = ids.newId()
  const bytes = 1_900_000_000
  await recordings.write(key, Readable.from([wavHead(long, bytes)]), { maxBytes: 1_000 })
  await truncate(join(folder(), key), bytes)
  return key
}
const patience = { timeout: 20_000, interval: 10 }

async function ask(source: string, { as = ana.token, headers = {} } = {}) {
  const request = new Request("http://binome.test/", {
    headers: { host: "binome.test", authorization: `Bearer ${as}`, ...headers },
  })
  const answer = await peaksRoute.GET(request, { params: Promise.resolve({ source }) })
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const wordsOf = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString())

describe("the waveform of a recording", () => {
  it("[S81] is made once it has come, before anybody asks, and sent as it is", async () => {
    const { id, key } = await interview(sound)
    await app.services.waveforms.idle()
    expect(await filesOf(key)).toEqual([key, `${key}.peaks`])
    const answer = await ask(id)
    expect(answer.status).toBe(200)
    expect(answer.headers.get("cache-control")).toBe("private, no-store")
    const peaks = readPeaks(answer.bytes)!
    expect([peaks.perSecond, [...peaks.pairs]]).toEqual([50, drawn])
    const again = await ask(id, { headers: { "if-none-match": answer.headers.get("etag")! } })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  })

  it("[S84] tells how long a recording is that came without its length, and changes none that was said", async () => {
    const { id, key } = await interview(sound)
    const long = async () => {
      const rows = await app.services.db.select().from(recording).where(eq(recording.source, id))
      return rows[0]!.durationMs
    }
    await app.services.waveforms.idle()
    expect(await long()).toBe(2_000)
    await app.services.db.update(recording).set({ durationMs: 1_990 }).where(eq(recording.key, key))
    await rm(join(folder(), `${key}.peaks`))
    const measured = vi.fn((of: string, ms: number) => keepLength(app.services, of, ms))
    const { recordings, log } = app.services
    const waveforms = createWaveforms({ recordings, log, measured })
    waveforms.make(key, "audio/wav")
    await waveforms.idle()
    expect(measured).toHaveBeenCalledWith(key, 2_000)
    expect(await long()).toBe(1_990)
    // What it was read in vain for is drawn all the same.
    await rm(join(folder(), `${key}.peaks`))
    const failing = createWaveforms({ recordings, log, measured: () => Promise.reject(new Error("no disk")) })
    failing.make(key, "audio/wav")
    await failing.idle()
    expect(await filesOf(key)).toEqual([key, `${key}.peaks`])
  })

  it("[S81] is not waited for: whoever asks is told how far it is", async () => {
    const { id } = await interview(wavOf(form, voice(30, form)))
    const early = await ask(id)
    expect(early.status).toBe(202)
    expect(wordsOf(early.bytes)).toEqual({ fraction: expect.any(Number) })
    await app.services.waveforms.idle()
    expect((await ask(id)).status).toBe(200)
  })

  it("[S81] is made anew where it was lost or cut short, also after a start", async () => {
    const { id, key } = await interview(sound)
    await app.services.waveforms.idle()
    await writeFile(join(folder(), `${key}.peaks`), "BP half")
    expect((await ask(id)).status).toBe(202)
    await app.services.waveforms.idle()
    expect((await ask(id)).status).toBe(200)
    await rm(join(folder(), `${key}.peaks`))
    // As a new process would.
    const waveforms = createWaveforms({ recordings: app.services.recordings, log: app.services.log })
    await (await startHousekeeping({ ...app.services, waveforms }))()
    await waveforms.idle()
    expect(await filesOf(key)).toEqual([key, `${key}.peaks`])
  })

  it("[S80] is said to be none where the sound cannot be read; the recording stays", async () => {
    const { id, key } = await interview(Buffer.from(`OggS${"no sound at all".repeat(20)}`), "audio/ogg")
    await app.services.waveforms.idle()
    const answer = await ask(id)
    expect([answer.status, wordsOf(answer.bytes)]).toMatchObject([409, { code: "no-waveform" }])
    expect(await filesOf(key)).toEqual([key])
    // A recording that takes its place is drawn.
    const next = app.services.ids.newId()
    await app.services.recordings.write(next, Readable.from([sound]), { maxBytes: sound.length })
    const kept = {
      key: next,
      bytes: sound.length,
      mime: "audio/wav",
      originalName: "m7.wav",
      durationMs: null,
    }
    await attachRecording(app.services, { source: id, by: ana.id, recording: kept })
    await app.services.waveforms.idle()
    expect([...readPeaks((await ask(id)).bytes)!.pairs]).toEqual(drawn)
  })

  it("[B13, S81] is not there for strangers, exactly as one that does not exist, nor where there is no recording", async () => {
    const { id } = await interview(sound)
    await app.services.waveforms.idle()
    const eve = await app.person("Eve")
    const [refused, missing] = [await ask(id, { as: eve.token }), await ask("nothing", { as: eve.token })]
    expect([refused.status, wordsOf(refused.bytes)]).toEqual([404, wordsOf(missing.bytes)])
    expect((await ask(id)).status).toBe(200)
    await app.services.db.delete(recording).where(eq(recording.source, id))
    expect((await ask(id)).status).toBe(404)
  })
})

describe("a recording that goes", () => {
  it("[S82] takes its waveform along", async () => {
    const { id, key } = await interview(sound)
    await app.services.waveforms.idle()
    expect(await filesOf(key)).toEqual([key, `${key}.peaks`])
    const gone = await app.call(recordingRoute.DELETE, {
      method: "DELETE",
      as: ana.token,
      params: { source: id },
      body: { title: "M7" },
    })
    expect(gone.status).toBeLessThan(300)
    expect(await filesOf(key)).toEqual([])
  })

  it("[S82] while it is being drawn, leaves nothing, and is not begun again", async () => {
    const key = await hoursOfSilence()
    app.services.waveforms.make(key, "audio/wav")
    await vi.waitFor(async () => expect(await filesOf(key)).toHaveLength(2), patience)
    expect((await filesOf(key))[1]).toMatch(/\.part$/)
    await app.services.recordings.remove(key)
    expect(await filesOf(key)).toEqual([])
    expect(await app.services.waveforms.of(key, "audio/wav")).toEqual({ is: "none" })
    await app.services.waveforms.idle()
    expect(await filesOf(key)).toEqual([])
  })

  it("[S82] what nothing names is swept at a start, whole or half", async () => {
    const { key } = await interview(sound)
    await app.services.waveforms.idle()
    for (const name of ["orphan.peaks", `${key}.half.part`]) await writeFile(join(folder(), name), "BP")
    await (await startHousekeeping(app.services))()
    await app.services.waveforms.idle()
    expect(await filesOf("orphan")).toEqual([])
    expect(await filesOf(key)).toEqual([key, `${key}.peaks`])
  })
})

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0
const title = hasFfmpeg ? "ffmpeg" : "ffmpeg (skipped: ffmpeg is not installed)"
describe.skipIf(!hasFfmpeg)(title, () => {
  it("[S82] ends when what it draws is broken off", async () => {
    const { services } = app
    const key = await hoursOfSilence()
    const isAtWork = () =>
      spawnSync("ps", ["-eo", "args"])
        .stdout.toString()
        .split("\n")
        .some((line) => line.startsWith("ffmpeg") && line.includes(key))
    services.waveforms.make(key, "audio/x-only-by-ffmpeg")
    await vi.waitFor(() => expect(isAtWork()).toBe(true), patience) // so the line below could fail
    await services.recordings.remove(key)
    expect(isAtWork()).toBe(false)
    expect(await filesOf(key)).toEqual([])
  })
})

describe("[S81] the queue", () => {
  /** Waveforms of which a test decides when they are made. */
  function play() {
    const begun: string[] = []
    const finish: ((as?: "made" | "none" | "failed") => void)[] = []
    const files = new Map<string, Uint8Array>()
    const made = Uint8Array.of(0x42, 0x50, 1, 50, 0, 0, 0, 0)
    const waveforms = createWaveforms({
      recordings: {
        peaks: async (key) => files.get(key) ?? null,
        writePeaks: async (key, make) => {
          await make(key, `${key}.part`)
          files.set(key, made)
        },
      },
      log: { warn: () => {}, error: () => {} } as never,
      ffmpeg: async () => true,
      inThread: ({ from }: PeaksJob, { told, signal }) => {
        begun.push(from)
        told(0.4)
        return new Promise((resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason))
          finish.push((as = "made") =>
            resolve(
              as === "made" ? { is: "made", ms: 1_000 } : { is: "none", why: "x", isPlain: as === "none" },
            ),
          )
        })
      },
    })
    return { waveforms, begun, finish, files }
  }
  const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

  it("makes one at a time, in the order they came, each once", async () => {
    const { waveforms, begun, finish } = play()
    for (const key of ["one", "two", "one"]) waveforms.make(key, "audio/wav")
    await soon()
    expect(begun).toEqual(["one"])
    expect(await waveforms.of("one", "audio/wav")).toEqual({ is: "making", fraction: 0.4 })
    expect(await waveforms.of("two", "audio/wav")).toEqual({ is: "making", fraction: 0 })
    finish[0]!()
    await soon()
    expect(begun).toEqual(["one", "two"])
    expect((await waveforms.of("one", "audio/wav")).is).toBe("made")
    finish[1]!()
    await waveforms.idle()
    waveforms.make("two", "audio/wav")
    await waveforms.idle()
    expect(begun).toEqual(["one", "two"])
  })

  it("waits neither for one that only waits, nor for those before it, when it is to go", async () => {
    const { waveforms, begun, finish, files } = play()
    waveforms.make("one", "audio/wav")
    waveforms.make("two", "audio/wav")
    await soon()
    await waveforms.forget("two") // while "one" is not finished
    finish[0]!()
    await waveforms.idle()
    await soon()
    expect([begun, [...files.keys()]]).toEqual([["one"], ["one"]])
    await waveforms.close()
  })

  it("does not try what failed again for everybody who looks; once it is seen to, it does", async () => {
    const { waveforms, begun, finish } = play()
    waveforms.make("full", "audio/wav")
    await soon()
    finish[0]!("failed")
    await waveforms.idle()
    expect(await waveforms.of("full", "audio/wav")).toEqual({ is: "none" })
    waveforms.make("full", "audio/wav")
    await soon()
    finish[1]!("none")
    await waveforms.idle()
    waveforms.make("full", "audio/wav") // no sound: never again
    await soon()
    expect(begun).toEqual(["full", "full"])
  })

  it("breaks off what runs when the server ends", async () => {
    const { waveforms, files } = play()
    waveforms.make("one", "audio/wav")
    await soon()
    await waveforms.close()
    expect([...files]).toEqual([])
  })
})
