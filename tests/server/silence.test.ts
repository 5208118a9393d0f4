/** Sound that was erased: nothing is heard in its place, everything around it, and no file holds the old one. */
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { createReadStream } from "node:fs"
import { readdir, stat, truncate, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import * as silences from "../../app/api/sources/[source]/recording/silences/route"
import { readPeaks } from "../../core/peaks"
import { recording } from "../../db/schema"
import { createSource } from "../../server/commands/createSource"
import { openTestApp, type TestApp } from "../support/testApp"

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0
const title = hasFfmpeg ? "with ffmpeg" : "with ffmpeg (skipped: ffmpeg is not installed)"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
}, 60_000)
afterAll(() => app.close())

/** How loud each second is, from 0 to 32,767. */
function loudness(file: string): number[] {
  const { stdout } = spawnSync(
    "ffmpeg",
    ["-v", "error", "-i", file, "-ac", "1", "-ar", "8000", "-f", "s16le", "-"],
    {
      maxBuffer: 2 ** 26,
    },
  )
  const samples = new Int16Array(stdout.buffer, stdout.byteOffset, stdout.length >> 1)
  return Array.from({ length: Math.round(samples.length / 8000) }, (_, second) =>
    // The edges of a second may ring.
    samples
      .slice(second * 8000 + 800, second * 8000 + 7200)
      .reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
  )
}

describe.skipIf(!hasFfmpeg)(title, () => {
  it.each([
    ["seconds.ogg", "audio/ogg"],
    ["seconds-vbr.mp3", "audio/mpeg"],
  ])(
    "[S68, S82] %s is silent in the clips, heard around them, as long as before; the old file is gone",
    async (name, mime) => {
      const { services } = app
      const owner = await app.person(name)
      const project = await app.project(owner.id)
      const key = services.ids.newId()
      const file = join(import.meta.dirname, "../fixtures/audio", name)
      const { bytes } = await services.recordings.write(key, createReadStream(file), { maxBytes: 10_000_000 })
      const { id: source } = await createSource(services, {
        project,
        by: owner.id,
        title: name,
        kind: "interview",
        blindness: "passage",
        coders: [owner.id],
        context: { who: "", where: "", how: "" },
        transcript: {
          speakers: [],
          turns: [{ speaker: null, startMs: 0, endMs: null, text: "What was said." }],
        },
        passages: [{ fromTurn: 0, toTurn: 1 }],
        recording: { key, bytes, mime, originalName: name, durationMs: 60_000 },
      })
      const before = loudness(file)
      await services.waveforms.idle()
      expect(await services.recordings.peaks(key)).not.toBeNull()
      const clips = [
        { startMs: 10_000, endMs: 12_000 },
        { startMs: 40_000, endMs: 41_000 },
      ]
      const ask = { method: "POST", as: owner.token, params: { source } }
      expect(
        await app.call(silences.POST, { ...ask, body: { clips: [{ startMs: 5, endMs: 5 }] } }),
      ).toMatchObject({
        status: 422,
      })
      expect(await app.call(silences.POST, { ...ask, body: { clips } })).toEqual({ status: 201, body: {} })
      const [row] = await services.db.select().from(recording).where(eq(recording.source, source))
      await services.waveforms.idle()
      const files = await readdir(join(app.dataDir, "recordings"))
      expect(files).toContain(row!.key)
      expect(files.filter((each) => each.startsWith(key))).toEqual([])
      expect(files.filter((each) => each.endsWith(".part"))).toEqual([])
      expect((await stat(join(app.dataDir, "recordings", row!.key))).mode & 0o777).toBe(0o600)
      const { pairs } = readPeaks((await services.recordings.peaks(row!.key))!)!
      // What is drawn is the new sound: a moment in the middle of each second.
      for (const second of before.keys())
        expect(pairs[second * 100 + 51]! > 10).toBe(![10, 11, 40].includes(second))
      const after = loudness(join(app.dataDir, "recordings", row!.key))
      expect(after.length).toBe(before.length)
      for (const [second, most] of after.entries()) {
        expect(before[second]).toBeGreaterThan(2_000)
        if ([10, 11, 40].includes(second))
          expect([second, most]).toEqual([second, expect.toSatisfy((loud) => loud < 60)])
        else expect([second, most]).toEqual([second, expect.toSatisfy((loud) => loud > 2_000)])
      }
    },
  )

  it("[S62] ffmpeg ends with the server", async () => {
    const [long, to] = [join(app.dataDir, "hours.wav"), join(app.dataDir, "hours-silenced")]
    await writeHours(long)
    const script = join(import.meta.dirname, "silencing.ts")
    const server = spawn(process.execPath, ["--import", "tsx", script, long, to], {
      stdio: ["pipe", "pipe", "inherit"],
    })
    const isAtWork = () =>
      spawnSync("ps", ["-eo", "args"])
        .stdout.toString()
        .split("\n")
        .some((line) => line.startsWith("ffmpeg") && line.includes(to))
    await once(server.stdout, "data")
    expect(isAtWork()).toBe(true) // so the line below could fail
    server.stdin.write("end\n")
    await once(server, "exit")
    await vi.waitFor(() => expect(isAtWork()).toBe(false))
  })
})

/** Three hours of silence that take no room on the disk: a header, and a hole. */
async function writeHours(file: string): Promise<void> {
  const bytes = 2_000_000_000
  const header = Buffer.alloc(44)
  header.write("RIFF", 0)
  header.writeUInt32LE(bytes + 36, 4)
  header.write("WAVEfmt ", 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(2, 22)
  header.writeUInt32LE(44_100, 24)
  header.writeUInt32LE(44_100 * 4, 28)
  header.writeUInt16LE(4, 32)
  header.writeUInt16LE(16, 34)
  header.write("data", 36)
  header.writeUInt32LE(bytes, 40)
  await writeFile(file, header)
  await truncate(file, bytes + 44)
}
