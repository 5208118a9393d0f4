import { count, eq } from "drizzle-orm"
import * as Y from "yjs"
import { roomName } from "../../core/access"
import type {
  Blindness,
  MemberId,
  PassageId,
  ProjectId,
  SourceId,
  SourceKind,
  Transcript,
} from "../../core/model"
import { proposePassages, type TurnRange } from "../../core/passage"
import { placeTurns, textOf } from "../../core/text"
import { placeWords, type SaidWord } from "../../core/wordTimes"
import { writeTranscript } from "../../core/ydoc/source"
import { keepWordTimes } from "../../core/ydoc/wordTimes"
import { passage, project, recording, source } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { databaseStore } from "../sync/databaseStore"
import { keepTimes } from "../wordTimes"
import { insertAssignments } from "./assignCoders"
import { planByDefault } from "./keepUntil"
import { placePassages } from "./movePassages"
import { endUpload, forgetUpload } from "./sendRecording"

/** Who, where, how. */
export interface Context {
  readonly who: string
  readonly where: string
  readonly how: string
}

/** A recording that is in the store already; the store is not asked again. */
export interface KeptRecording {
  readonly key: string
  readonly mime: string
  readonly bytes: number
  readonly originalName: string
  readonly durationMs: number | null
}

export interface NewSource {
  readonly project: ProjectId
  readonly by: MemberId
  readonly title: string
  readonly kind: SourceKind
  readonly blindness: Blindness
  /** One or two; sides a and b in this order. */
  readonly coders: readonly MemberId[]
  readonly context: Context
  readonly transcript: Transcript
  /** When its words were said, in their order, where that is known. */
  readonly words?: readonly SaidWord[]
  /** Left out: as `proposePassages` cuts it. */
  readonly passages?: readonly TurnRange[]
  readonly recording: KeptRecording | null
  /** What the recording was sent as, where it came in pieces. */
  readonly upload?: string | null
  /** Its transcript is to be written here: it is open to those who do from the beginning (C30). */
  readonly toTranscribe?: boolean
  /** A program wrote its words, and nobody has been through them. */
  readonly isDraft?: boolean
}

/**
 * Brings an interview in: its transcript as a document, cut into passages; its coders; its recording. All of it or
 * nothing, in one transaction.
 */
export async function createSource(
  services: Services,
  request: NewSource,
): Promise<{ id: SourceId; passages: readonly PassageId[] }> {
  const { speakers, turns } = request.transcript
  if (turns.length === 0) throw new Refusal("unreadable-transcript", { problem: { code: "no-text" } })
  const id = services.ids.newId()
  const at = services.clock()
  const doc = new Y.Doc()
  doc.clientID = services.ids.newClientId(roomName({ kind: "source", source: id }))
  writeTranscript(doc, request.transcript)
  const wordTimes = keepWordTimes(doc, placeWords(textOf(turns), request.words ?? []))
  const ranges = request.passages ?? proposePassages(turns, speakers)
  const passages = placePassages(doc, placeTurns(turns), ranges).map((each) => ({
    ...each,
    id: services.ids.newId(),
    source: id,
  }))
  await services.db.transaction(async (tx) => {
    await tx.select({ id: project.id }).from(project).where(eq(project.id, request.project)).for("update")
    const [there] = await tx
      .select({ sources: count() })
      .from(source)
      .where(eq(source.project, request.project))
    await tx.insert(source).values({
      id,
      project: request.project,
      title: request.title,
      kind: request.kind,
      blindness: request.blindness,
      context: request.context,
      machine: request.isDraft ? { state: "draft" } : null,
      position: there?.sources ?? 0,
      createdBy: request.by,
      createdAt: at,
    })
    await tx.insert(passage).values(passages)
    await keepTimes(tx, id, wordTimes)
    await insertAssignments(tx, { source: id, project: request.project, coders: request.coders, at })
    if (request.upload) await endUpload(tx, request.upload)
    if (request.recording) {
      await tx.insert(recording).values({ source: id, ...request.recording, createdAt: at })
      await planByDefault(tx, id, request.project, at)
    }
    // The log of this transaction: the services' own would wait for a connection that this transaction holds.
    const from = await databaseStore(tx).append(roomName({ kind: "source", source: id }), [
      { data: Y.encodeStateAsUpdate(doc), member: request.by, session: null },
    ])
    if (request.toTranscribe)
      await tx
        .update(source)
        .set({ transcribing: { from, closedBy: null } })
        .where(eq(source.id, id))
    await note(tx, services, {
      project: request.project,
      account: request.by,
      action: "source-created",
      subject: id,
    })
  })
  doc.destroy()
  if (request.upload) await forgetUpload(services, request.upload)
  if (request.recording) services.waveforms.make(request.recording.key, request.recording.mime)
  for (const coder of request.coders) services.live.closeMember(coder)
  return { id, passages: passages.map((each) => each.id) }
}
