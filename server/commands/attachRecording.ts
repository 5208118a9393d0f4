import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { recording, source } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, tryToFinishErasures } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import type { KeptRecording } from "./createSource"
import { holdSource } from "./handIn"
import { planByDefault } from "./keepUntil"
import { listenAnew } from "./machineTranscript"
import { endUpload, forgetUpload } from "./sendRecording"

/** Refuses whoever may only give a source its first recording, where it has one, or is being coded. */
export async function demandNoRecording({ db }: Pick<Services, "db">, id: SourceId): Promise<void> {
  await demandFree(db, id)
}

async function demandFree(db: Db, id: SourceId): Promise<void> {
  const [row] = await db
    .select({ openedAt: source.codingOpenedAt, key: recording.key })
    .from(source)
    .leftJoin(recording, eq(recording.source, source.id))
    .where(eq(source.id, id))
  if (!row) throw new Refusal("not-found")
  if (row.key !== null || row.openedAt !== null) throw new Refusal("recording-there")
}

/**
 * Gives a source its recording, which is in the store already. Until coding has opened it takes the place of one that
 * is there, whose file is removed, if need be later; afterwards what was listened to stays what it was.
 */
export async function attachRecording(
  services: Services,
  request: {
    readonly source: SourceId
    readonly by: MemberId
    readonly recording: KeptRecording
    /** What it was sent as, where it came in pieces. */
    readonly upload?: string | null
    /** Whether it may take the place of another; else it comes to a source that has none, before it is coded. */
    readonly replaces?: boolean
  },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const [there] = await tx.select().from(recording).where(eq(recording.source, request.source))
    if (there && held.codingOpenedAt) throw new Refusal("recording-exists")
    if (request.replaces === false) await demandFree(tx, request.source)
    await tx.delete(recording).where(eq(recording.source, request.source))
    if (request.upload) await endUpload(tx, request.upload)
    await tx
      .insert(recording)
      .values({ source: request.source, ...request.recording, createdAt: services.clock() })
    await planByDefault(tx, request.source, held.project, services.clock())
    await note(tx, services, {
      project: held.project,
      account: request.by,
      action: "recording-attached",
      subject: request.source,
    })
    if (there) {
      const erased = { project: held.project, source: request.source, by: request.by }
      await beginErasure(tx, services, { ...erased, what: "recording", files: [there.key] })
    }
  })
  if (request.upload) await forgetUpload(services, request.upload)
  services.waveforms.make(request.recording.key, request.recording.mime)
  await listenAnew(services, request.source)
  await tryToFinishErasures(services)
  await services.live.refresh(roomName({ kind: "review", source: request.source }))
}
