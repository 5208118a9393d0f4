import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { Clip, MemberId, SourceId } from "../../core/model"
import { recording } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, finishErasures } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { hasFfmpeg, silence } from "../sound/ffmpeg"
import { holdSource } from "./handIn"
import { listenAnew } from "./machineTranscript"

/**
 * Makes clips of a recording silent for good: a new file takes the place of the old one, which is destroyed. Whoever
 * is listening hears the old one until they load it again. Refused where the machine has no ffmpeg.
 */
export async function silenceRecording(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly clips: readonly Clip[] },
): Promise<void> {
  const { db, ids, recordings } = services
  const [there] = await db.select().from(recording).where(eq(recording.source, request.source))
  if (!there) throw new Refusal("no-recording")
  if (!(await hasFfmpeg())) throw new Refusal("no-ffmpeg")
  const key = ids.newId()
  const { bytes } = await recordings.rewrite(there.key, key, (from, to) =>
    silence(from, to, there.mime, request.clips),
  )
  try {
    await db.transaction(async (tx) => {
      const held = await holdSource(tx, request.source)
      const [now] = await tx.select().from(recording).where(eq(recording.source, request.source))
      if (now?.key !== there.key) throw new Refusal("stale-revision")
      await tx.update(recording).set({ key, bytes }).where(eq(recording.source, request.source))
      const erased = { project: held.project, source: request.source, by: request.by, files: [there.key] }
      await beginErasure(tx, services, { ...erased, what: "recording" })
      const action = "recording-silenced"
      await note(tx, services, {
        project: held.project,
        account: request.by,
        action,
        subject: request.source,
      })
    })
  } catch (error) {
    await recordings.remove(key)
    throw error
  }
  services.waveforms.make(key, there.mime)
  await listenAnew(services, request.source)
  await services.live.refresh(roomName({ kind: "review", source: request.source }))
  await finishErasures(services)
}
