import { eq } from "drizzle-orm"
import * as Y from "yjs"
import { roomName } from "../../core/access"
import { applyLabels, guessedDecisions } from "../../core/exchange/applyLabels"
import { draftTranscript } from "../../core/exchange/transcriptDraft"
import { paragraphsOfWhisper } from "../../core/exchange/whisper"
import type { MachineWords, MemberId, SourceId, Transcript } from "../../core/model"
import { textOf, wordsOf } from "../../core/text"
import { placeWords, type SaidWord } from "../../core/wordTimes"
import { appendTurns } from "../../core/ydoc/appending"
import { readTranscript } from "../../core/ydoc/source"
import { keepWordTimes } from "../../core/ydoc/wordTimes"
import type { Db } from "../../db/client"
import { recording, source } from "../../db/schema"
import { note } from "../audit"
import { heldTranscript, lightenTranscript, loadWords } from "../documents"
import { askMachine, MachineError, type MachineTrouble } from "../machine/askMachine"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { databaseStore } from "../sync/databaseStore"
import { isTranscribed } from "../transcribing"
import { keepTimes } from "../wordTimes"
import { holdSource } from "./handIn"

/** A day of speech, in pieces of three seconds: more is nothing that was said, and everybody would wait while it is written. */
const MOST_PIECES = 30_000
const MOST_CHARACTERS = 4_000_000

interface Asked {
  readonly source: SourceId
  readonly by: MemberId
}

/**
 * Has a recording transcribed by the program that whoever runs the server has named. Answers at once; the words come
 * into the transcript when they are there, as a draft until somebody says to have been through it. Only where no word
 * is written yet, so that nothing of anybody's is in its way.
 */
export async function askForMachine(services: Services, { source: id, by }: Asked): Promise<void> {
  if (!services.machine.program) throw new Refusal("no-machine")
  const { text } = await loadWords(services, id)
  await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, id)
    if (held.machine?.state === "asked") return
    if (!isTranscribed(held)) throw new Refusal("not-being-transcribed")
    if (!(await recordingOf(tx, id))) throw new Refusal("no-recording")
    if (wordsOf(text).length > 0) throw new Refusal("already-written")
    await say(tx, id, { state: "asked", by, at: services.clock().toISOString() })
    const { project } = held
    await note(tx, services, { project, account: by, action: "machine-asked", subject: id })
  })
  begin(services, id)
}

/** Asks again for what was asked when the server ended. */
export async function finishMachine(services: Services): Promise<void> {
  if (!services.machine.program) return
  const rows = await services.db.select({ id: source.id, machine: source.machine }).from(source)
  for (const { id, machine } of rows) if (machine?.state === "asked") begin(services, id)
}

/**
 * Listens to what a source's recording is now, where a program listens to what it was: what was replaced or made silent is
 * heard by nobody any more, and none of its words come in. Where there is none, nobody waits any more.
 */
export async function listenAnew(services: Services, id: SourceId): Promise<void> {
  services.machine.breakOff(id)
  const [held] = await services.db.select({ machine: source.machine }).from(source).where(eq(source.id, id))
  if (held?.machine?.state === "asked") begin(services, id)
}

/** Waits for no more words. What has come stays. */
export async function breakOffMachine(services: Services, id: SourceId): Promise<void> {
  await services.db.transaction((tx) => waitNoMore(tx, id))
  services.machine.breakOff(id)
}

/** Part of the commands after which no words may come: in the transaction that holds the source. */
export async function waitNoMore(tx: Db, id: SourceId): Promise<void> {
  const { machine } = await holdSource(tx, id)
  if (machine?.state === "asked" || machine?.state === "failed") await say(tx, id, null)
}

/** Somebody has been through the words of a machine: they are a draft no longer. */
export async function readThrough(services: Services, { source: id, by }: Asked): Promise<void> {
  await services.db.transaction(async (tx) => {
    const { machine, project } = await holdSource(tx, id)
    if (machine?.state !== "draft") return
    await say(tx, id, { state: "read", by, at: services.clock().toISOString() })
    await note(tx, services, { project, account: by, action: "machine-read-through", subject: id })
  })
}

function begin(services: Services, id: SourceId): void {
  services.machine.begin(id, async (signal) => {
    try {
      const heard = await listen(services, id, signal)
      if (heard) await bringIn(services, id, heard)
      else await services.db.transaction((tx) => waitNoMore(tx, id))
    } catch (error) {
      // What was broken off says nothing more; at the end of the server it is asked for again by the next.
      if (signal.aborted) return
      services.log.warn({ err: error }, "a recording was not transcribed")
      await fail(services, id, error instanceof MachineError ? error.trouble : "not-understood")
    }
  })
}

interface Heard {
  /** The key of the recording. */
  readonly recording: string
  readonly transcript: Transcript
  /** When its words were said, where the program tells. */
  readonly words: readonly SaidWord[]
}

/** Null where there is no recording any more. */
async function listen(services: Services, id: SourceId, signal: AbortSignal): Promise<Heard | null> {
  const { recordings, machine, ids } = services
  const kept = await recordingOf(services.db, id)
  if (!kept || !machine.program) return null
  const { key, mime, bytes } = kept
  const name = `recording.${mime.split("/")[1]?.replace(/[^a-z0-9]/gi, "") || "audio"}`
  const answer = await askMachine(
    machine.program,
    { name, mime, bytes, read: () => recordings.read(key) },
    signal,
  )
  const read = paragraphsOfWhisper(answer)
  if (!read) throw new MachineError("not-understood", "no segments")
  const characters = read.reduce((sum, { text }) => sum + text.length, 0)
  if (read.length > MOST_PIECES || characters > MOST_CHARACTERS)
    throw new MachineError("not-understood", "more than anybody says in a day")
  const draft = draftTranscript("whisper", read, [], "machine")
  const transcript = applyLabels(draft, guessedDecisions(draft), ids.newId)
  if (transcript.turns.length === 0) throw new MachineError("no-words", "no words")
  return { recording: key, transcript, words: draft.words ?? [] }
}

async function recordingOf(db: Db, id: SourceId) {
  const [kept] = await db.select().from(recording).where(eq(recording.source, id))
  return kept ?? null
}

/**
 * Puts the words below what may have been written meanwhile, unless the transcript was closed, its recording is another,
 * or nobody waits any more.
 */
async function bringIn(services: Services, id: SourceId, heard: Heard): Promise<void> {
  const room = roomName({ kind: "source", source: id })
  await lightenTranscript(services, id)
  const update = await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, id)
    if (held.machine?.state !== "asked") return null
    // Who has brought another in listens anew.
    if ((await recordingOf(tx, id))?.key !== heard.recording) return null
    if (!isTranscribed(held)) {
      await waitNoMore(tx, id)
      return null
    }
    const { doc, text } = await heldTranscript(tx, services, id)
    const before = Y.encodeStateVector(doc)
    doc.clientID = services.ids.newClientId(room)
    appendTurns(doc, heard.transcript)
    const added = textOf(readTranscript(doc).turns).slice(text.length)
    const placed = placeWords(added, heard.words).map(({ at, ms }) => ({ at: at + text.length, ms }))
    await keepTimes(tx, id, keepWordTimes(doc, placed))
    const data = Y.encodeStateAsUpdate(doc, before)
    doc.destroy()
    await databaseStore(tx).append(room, [{ data, member: null, session: null }])
    await say(tx, id, { state: "draft" })
    return data
  })
  if (update) await services.live.receive(room, update)
}

async function fail(services: Services, id: SourceId, why: MachineTrouble): Promise<void> {
  await services.db.transaction(async (tx) => {
    const { machine } = await holdSource(tx, id)
    if (machine?.state === "asked") await say(tx, id, { state: "failed", why })
  })
}

async function say(tx: Db, id: SourceId, machine: MachineWords | null): Promise<void> {
  await tx.update(source).set({ machine }).where(eq(source.id, id))
}
