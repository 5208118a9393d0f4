import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, SourceId } from "../../core/model"
import { recording } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, tryToFinishErasures } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import type { KeptRecording } from "./createSource"
import { holdSource } from "./handIn"
import { planByDefault } from "./keepUntil"
import { listenAnew } from "./machineTranscript"
import { endUpload, forgetUpload } from "./sendRecording"

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
  },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const [there] = await tx.select().from(recording).where(eq(recording.source, request.source))
    if (there && held.codingOpenedAt) throw new Refusal("recording-exists")
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
