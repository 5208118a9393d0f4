import { and, eq, isNull, lte } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, ProjectId, SourceId } from "../../core/model"
import { dayOf, monthsLater } from "../../core/retention"
import type { Db } from "../../db/client"
import { project, recording, retention, source } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, finishErasures } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { demandNamed } from "./demandNamed"
import { holdSource } from "./handIn"
import { waitNoMore } from "./machineTranscript"

/** Says on which day a source's recording is destroyed; null: on none. The day must be to come. */
export async function keepUntil(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly destroyOn: string | null },
): Promise<void> {
  const { destroyOn } = request
  if (destroyOn !== null && destroyOn <= dayOf(services.clock())) {
    throw new Refusal("invalid-body", { errors: [{ path: "destroyOn", message: "a day to come" }] })
  }
  await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const [kept] = await tx.select().from(recording).where(eq(recording.source, request.source))
    if (!kept) throw new Refusal("no-recording")
    await plan(tx, request.source, destroyOn)
    const action = "recording-kept-until"
    await note(tx, services, { project: held.project, account: request.by, action, subject: request.source })
  })
}

/** Part of the commands that bring a recording: it is kept as long as its project says, from now. */
export async function planByDefault(tx: Db, id: SourceId, of: ProjectId, at: Date): Promise<void> {
  const [row] = await tx.select({ months: project.recordingMonths }).from(project).where(eq(project.id, of))
  await plan(tx, id, row?.months ? monthsLater(at, row.months) : null)
}

async function plan(tx: Db, id: SourceId, destroyOn: string | null): Promise<void> {
  const values = { destroyOn, destroyedAt: null, destroyedBy: null }
  await tx
    .insert(retention)
    .values({ source: id, ...values })
    .onConflictDoUpdate({ target: retention.source, set: values })
}

/** Destroys a recording now, for who names its source; `by` null: the server itself, as planned. */
export async function destroyRecording(
  services: Services,
  request: { readonly source: SourceId } & (
    | { readonly by: MemberId; readonly title: string }
    | { readonly by: null }
  ),
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const held = await holdSource(tx, request.source)
    const [row] = await tx
      .select({ title: source.title, key: recording.key })
      .from(source)
      .innerJoin(recording, eq(recording.source, source.id))
      .where(eq(source.id, request.source))
    if (!row) throw new Refusal("no-recording")
    if (request.by !== null) demandNamed("title", row.title, request.title)
    const at = services.clock()
    await tx.delete(recording).where(eq(recording.source, request.source))
    const destroyed = { destroyedAt: at, destroyedBy: request.by }
    await tx
      .insert(retention)
      .values({ source: request.source, ...destroyed })
      .onConflictDoUpdate({ target: retention.source, set: destroyed })
    await waitNoMore(tx, request.source)
    const { project } = held
    const erased = { project, source: request.source, by: request.by, files: [row.key] }
    await beginErasure(tx, services, { ...erased, what: "recording" })
    const action = "recording-destroyed"
    await note(tx, services, { project, account: request.by, action, subject: request.source })
  })
  services.machine.breakOff(request.source)
  await services.live.refresh(roomName({ kind: "review", source: request.source }))
  await finishErasures(services)
}

/** Destroys the recordings whose day has come. What fails is left for the next time and said in the log. */
export async function destroyWhatIsDue(services: Services): Promise<void> {
  const due = await services.db
    .select({ source: retention.source })
    .from(retention)
    .innerJoin(recording, eq(recording.source, retention.source))
    .where(and(lte(retention.destroyOn, dayOf(services.clock())), isNull(retention.destroyedAt)))
  for (const { source } of due) {
    try {
      await destroyRecording(services, { source, by: null })
    } catch (error) {
      services.log.error({ err: error }, "a recording whose day has come could not be destroyed")
    }
  }
}
