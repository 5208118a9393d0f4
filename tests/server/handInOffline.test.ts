/**
 * Completing, adding, taking back and completing again without a line, then with one; the process killed at every
 * step of the first hand-in. What the record holds is what the screen showed at the moment of completing.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { memoryDevice } from "../../app/_device/memoryDevice"
import { Problem } from "../../app/_sync/api"
import { type Command, createOutbox } from "../../app/_sync/outbox"
import { textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import type { LayerCoding } from "../../core/ydoc/layer"
import { readTranscript } from "../../core/ydoc/source"
import type { CrashPoint } from "../../server/crashPoint"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import type { Person } from "../support/person"
import { importTranscript, makeStudy, type Study, shortTranscript } from "../support/study"

/** The page's outbox, with this person's line to the server, which can be cut. */
function device(person: Person) {
  const line = { cut: false }
  const send = async (method: string, path: string, body?: unknown) => {
    if (line.cut) throw new Problem("offline", 0, {})
    const answer = await person.call(method, path, body).catch(() => {
      throw new Problem("offline", 0, {})
    })
    if (answer.status >= 400) throw new Problem(answer.body.code ?? "internal", answer.status, answer.body)
    return answer.body
  }
  const device = { ...memoryDevice(person.id), lasts: true }
  const answers: unknown[] = []
  const open = async () => {
    const sent = (_: Command, answer: unknown) => void answers.push(answer)
    const outbox = createOutbox({ device, sent, send: send as never })
    await outbox.readAgain()
    return outbox
  }
  return { line, open, answers }
}

async function screenOf(person: Person, source: string, code: string) {
  const room = await person.room(`source/${source}`)
  const text = textOf(readTranscript(room.doc).turns)
  const coding = (id: string, words: string): LayerCoding => {
    const from = text.indexOf(words)
    const anchor = anchorTo(room.doc, text, { from, to: from + words.length })
    return { id, code, anchor, createdAt: "", memo: null, shareMemo: false }
  }
  return { coding, close: room.close }
}

describe("handing in without a line", () => {
  let server: LiveServer
  let study: Study
  beforeAll(async () => {
    server = await startLiveServer()
    study = await makeStudy(server)
  }, 180_000)
  afterAll(() => server?.stop())

  const points: (CrashPoint | null)[] = [null, "hand-in-begun", "hand-in-recorded", "hand-in-projected"]
  it.each(points)(
    "[C7] keeps what the screen showed, killed at %s",
    async (crash) => {
      const { owner, ben, project, code } = study
      const source = await importTranscript(server, owner, project, shortTranscript, [owner.id, ben.id])
      const { passages } = await owner.ask("GET", `/api/sources/${source}`)
      const passage = passages[0].id
      const { coding, close } = await screenOf(owner, source, code)
      const path = `/api/sources/${source}/hand-ins`
      const complete = (key: string, codings: LayerCoding[], expectedRevision: number): Command => ({
        key,
        method: "POST",
        path,
        madeAt: "",
        body: { passage, codings, suggestedCodes: [], idempotencyKey: key, expectedRevision },
      })
      const takeBack = (key: string, expectedRevision: number): Command => ({
        key,
        method: "DELETE",
        path,
        madeAt: "",
        body: { passage, expectedRevision },
      })
      const one = coding("c1", "On hérite")
      const two = coding("c2", "De la peur, je crois")
      close()

      if (crash) await server.killAndRestart({ BINOME_CRASH_AT: crash })
      const phone = device(owner)
      const laptop = device(owner)
      phone.line.cut = true
      laptop.line.cut = true
      const offline = await phone.open()
      offline.add(complete(`${source}-1`, [one], 0))
      offline.add(takeBack(`${source}-2`, 1))
      offline.add(complete(`${source}-3`, [one, two], 2))
      const other = await laptop.open()
      other.add(complete(`${source}-laptop`, [two], 0))
      await offline.flush()
      await other.flush()
      expect(offline.read().waiting).toHaveLength(3)

      phone.line.cut = false
      // The tab was closed meanwhile: a new one finds the commands where they were kept.
      const outbox = await phone.open()
      expect(outbox.read().waiting).toHaveLength(3)
      await outbox.flush()
      if (crash) {
        expect(outbox.read().waiting.length).toBeGreaterThan(0)
        await server.restartAfterItsEnd()
        await outbox.flush()
      }
      expect(outbox.read()).toEqual({ waiting: [], refused: [], notKept: null })
      const { mine } = await owner.ask("GET", `/api/sources/${source}`)
      expect(Object.values(mine)[0]).toMatchObject({ revision: 3, state: "handed-in" })

      // The second device comes too late, hears why, and keeps what it had.
      laptop.line.cut = false
      const late = await laptop.open()
      await late.flush()
      expect(late.read().waiting).toEqual([])
      expect(late.read().refused).toMatchObject([
        { code: "already-handed-in", body: { codings: [{ id: "c2" }] } },
      ])

      await ben.ask("POST", path, {
        passage,
        codings: [],
        suggestedCodes: [],
        idempotencyKey: `${source}-ben`,
      })
      const exported = await owner.ask("GET", `/api/projects/${project}/export?format=json`)
      const { reveals } = exported.sources.find((each: { id: string }) => each.id === source)
      const handIn = reveals[0].handIns.find((each: { coder: string }) => each.coder === owner.id)
      expect(handIn.revision).toBe(3)
      expect(handIn.codings.map((each: { id: string; quote: string }) => [each.id, each.quote])).toEqual([
        ["c1", "On hérite."],
        ["c2", "De la peur, je crois."],
      ])
    },
    180_000,
  )
})
