/** The process killed at every step of closing a transcript: it is closed whole at the next start, or asked for again. */
import { setTimeout as later } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type } from "../../core/ydoc/editing"
import type { CrashPoint } from "../../server/crashPoint"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { importTranscript, makeStudy, type Study, shortTranscript } from "../support/study"

describe("closing a transcript while the process is killed", () => {
  let server: LiveServer
  let study: Study
  beforeAll(async () => {
    server = await startLiveServer()
    study = await makeStudy(server)
  }, 180_000)
  afterAll(() => server?.stop())

  const points: CrashPoint[] = ["transcribing-closing", "transcribing-settled", "transcribing-closed"]
  it.each(points)(
    "[C31] at %s",
    async (crash) => {
      const { owner, ben, project } = study
      const source = await importTranscript(server, owner, project, shortTranscript, [owner.id, ben.id])
      await server.killAndRestart({ BINOME_CRASH_AT: crash })
      const path = `/api/sources/${source}/transcribing`
      await owner.ask("POST", path)
      const room = await owner.room(`source/${source}`, { ack: true })
      type(room.doc, 0, "Alors. ")
      const first = async () => (await ben.ask("GET", `/api/sources/${source}/transcript`)).turns[0].text
      for (let tries = 0; !(await first()).startsWith("Alors. ") && tries < 100; tries++) await later(50)
      await owner.call("DELETE", path).catch(() => {})
      await server.restartAfterItsEnd()
      // What the page still holds and the server has not: too late.
      type(room.doc, 0, "Trop tard. ")
      const seen = await owner.ask("GET", `/api/sources/${source}`)
      expect(seen.source).toMatchObject({ transcribing: false, transcriptVersion: 2 })
      await later(500)
      room.close()
      expect((await first()).startsWith("Alors. Comment")).toBe(true)
      expect(seen.passages).toHaveLength(1)
      expect(seen.passages[0].from).toBe(0)
      const done = await owner.call("POST", `/api/sources/${source}/hand-ins`, {
        passage: seen.passages[0].id,
        codings: [],
        suggestedCodes: [],
        idempotencyKey: crash,
      })
      expect(done.status).toBe(201)
    },
    180_000,
  )
})
