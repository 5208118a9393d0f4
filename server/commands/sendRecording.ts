import type { Readable } from "node:stream"
import { and, desc, eq, lt, sql } from "drizzle-orm"
import type { MemberId, ProjectId } from "../../core/model"
import { storable } from "../../core/text"
import type { Db } from "../../db/client"
import { account, upload } from "../../db/schema"
import { recordingKind } from "../imports/recordingKind"
import { MOST_RECORDING_BYTES } from "../recordings"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import type { KeptRecording } from "./createSource"

/** What one request may bring of a file; a page sends less, so that it is told often what has come. */
export const MOST_PIECE_BYTES = 16 * 1024 ** 2
/** Of one person at once, in all their projects. */
export const MOST_UPLOADS = 16
const MOST_UPLOADING_BYTES = 4 * MOST_RECORDING_BYTES
const FIRST_BYTES = 4096
const A_DAY_MS = 24 * 60 * 60 * 1000

interface Theirs {
  readonly project: ProjectId
  readonly by: MemberId
}

interface One extends Theirs {
  readonly upload: string
}

/** How far a file is on its way. */
export interface Sent {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly received: number
}

/**
 * Begins to take a recording in pieces. The same file of the same person (by name, size and time) goes on where it was
 * left, from whatever page or device.
 */
export async function beginUpload(
  services: Services,
  request: Theirs & { readonly name: string; readonly bytes: number; readonly modifiedAt: number },
): Promise<Sent> {
  const { db, ids, clock, uploads, disk } = services
  const { bytes, modifiedAt } = request
  const name = storable(request.name.slice(-200))
  if (bytes > MOST_RECORDING_BYTES) throw new Refusal("too-large", { limit: MOST_RECORDING_BYTES })
  const id = ids.newId()
  const { begun, isNew } = await db.transaction(async (tx) => {
    // Two pages that begin at once make one, and are counted together whatever projects they are in.
    await tx.select({ id: account.id }).from(account).where(eq(account.id, request.by)).for("no key update")
    const theirs = await tx.select().from(upload).where(eq(upload.account, request.by))
    const same = theirs.find(
      (each) =>
        each.project === request.project &&
        each.name === name &&
        each.bytes === bytes &&
        each.modifiedAt === modifiedAt,
    )
    if (same) return { begun: same, isNew: false }
    const all = theirs.reduce((sum, each) => sum + each.bytes, bytes)
    if (theirs.length >= MOST_UPLOADS || all > MOST_UPLOADING_BYTES)
      throw new Refusal("too-many-uploads", { limit: MOST_UPLOADS })
    disk.demandRoom(bytes + (await promised(tx)))
    const row = { id, project: request.project, account: request.by, name, bytes, modifiedAt }
    const [made] = await tx
      .insert(upload)
      .values({ ...row, touchedAt: clock() })
      .returning()
    return { begun: made!, isNew: true }
  })
  if (isNew) await uploads.begin(id)
  return sent(begun)
}

/** What somebody has on its way into a project, the newest first. */
export async function uploadsOf({ db }: Pick<Services, "db">, of: Theirs): Promise<Sent[]> {
  const rows = await db
    .select()
    .from(upload)
    .where(and(eq(upload.project, of.project), eq(upload.account, of.by)))
    .orderBy(desc(upload.touchedAt))
  return rows.map(sent)
}

/** How far it is; refused as missing for whoever else asks. */
export async function uploadOf({ db }: Pick<Services, "db">, one: One): Promise<Sent> {
  return sent(await find(db, one))
}

/**
 * Takes a piece at its place in the file. When it answers, all that it counts is on the disk; so it is when the sender
 * left in the middle. A piece of another place is refused with the place that is meant, and one that begins no recording
 * ends the upload.
 */
export async function takePiece(
  services: Services,
  request: One & { readonly offset: number; readonly stream: Readable },
): Promise<Sent> {
  const { db, uploads, disk, clock } = services
  const { upload: id, offset } = request
  // Before its turn: to come to one breaks off the piece before, which is for its sender alone to do.
  await find(db, request)
  return uploads.inTurn(id, async (signal) => {
    const row = await find(db, request)
    if (offset !== row.received) throw new Refusal("other-offset", { offset: row.received })
    const most = Math.min(MOST_PIECE_BYTES, row.bytes - offset)
    disk.demandRoom(most)
    const written = await uploads.write(id, offset, request.stream, { most, signal })
    if (!written) return beginAnew(services, id)
    if (written.isLonger) throw new Refusal("too-large", { limit: most })
    const received = offset + written.bytes
    if (offset < FIRST_BYTES && !(await canBe(services, { ...row, received }))) {
      await drop(services, id)
      throw new Refusal("unknown-recording")
    }
    const [now] = await db
      .update(upload)
      .set({ received, touchedAt: clock() })
      .where(eq(upload.id, id))
      .returning()
    if (!now) throw new Refusal("not-found")
    return sent(now)
  })
}

/** Drops what has come of a file. */
export async function dropUpload(services: Services, one: One): Promise<void> {
  await find(services.db, one)
  await services.uploads.inTurn(one.upload, () => drop(services, one.upload))
}

/**
 * The recording that an upload has become, in the store: to be given to the command that has it come to a source, with
 * the upload itself. Until that command's transaction ends nothing of the upload is lost.
 */
export async function wholeUpload(services: Services, one: One): Promise<KeptRecording> {
  const { db, uploads, recordings, ids } = services
  const row = await find(db, one)
  if (row.received < row.bytes) throw new Refusal("upload-incomplete", { offset: row.received })
  const first = await uploads.first(row.id, FIRST_BYTES)
  if (!first) return beginAnew(services, row.id)
  const kind = recordingKind(first, row.name)
  if (!kind) throw new Refusal("unknown-recording")
  const key = ids.newId()
  const { bytes } = await recordings.adopt(key, uploads.fileOf(row.id))
  if (bytes !== row.bytes) {
    await recordings.remove(key)
    return beginAnew(services, row.id)
  }
  return { key, bytes, mime: kind.mime, originalName: row.name, durationMs: null }
}

/** Part of the commands that bring a recording: once only. */
export async function endUpload(tx: Db, id: string): Promise<void> {
  const ended = await tx.delete(upload).where(eq(upload.id, id)).returning({ id: upload.id })
  if (ended.length === 0) throw new Refusal("not-found")
}

/** Afterwards. What does not work is done by the next sweep. */
export async function forgetUpload({ uploads, log }: Services, id: string): Promise<void> {
  await uploads
    .remove(id)
    .catch((error) => log.error({ err: error }, "the file of an upload could not be removed"))
}

/** Drops what nobody has gone on with for a day, and the files that are of no upload. */
export async function sweepUploads({
  db,
  uploads,
  clock,
}: Pick<Services, "db" | "uploads" | "clock">): Promise<void> {
  await db.delete(upload).where(lt(upload.touchedAt, new Date(clock().getTime() - A_DAY_MS)))
  await sweepUploadFiles({ db, uploads })
}

/** Removes the files that are of no upload. */
export async function sweepUploadFiles({ db, uploads }: Pick<Services, "db" | "uploads">): Promise<void> {
  await uploads.sweep(async () => (await db.select({ id: upload.id }).from(upload)).map(({ id }) => id))
}

async function find(db: Db, { upload: id, project: of, by }: One) {
  const [row] = await db
    .select()
    .from(upload)
    .where(and(eq(upload.id, id), eq(upload.project, of), eq(upload.account, by)))
  if (!row) throw new Refusal("not-found")
  return row
}

async function drop({ db, uploads }: Services, id: string): Promise<void> {
  await db.delete(upload).where(eq(upload.id, id))
  await uploads.remove(id)
}

/** Where its file has not what its row counts: a backup has rows alone of what is on its way. */
async function beginAnew(services: Services, id: string): Promise<never> {
  await drop(services, id)
  throw new Refusal("not-found")
}

/** What is still to come of all that anybody has on the way. */
async function promised(db: Db): Promise<number> {
  const toCome = sql<string>`coalesce(sum(${upload.bytes} - ${upload.received}), 0)`
  const [row] = await db.select({ toCome }).from(upload)
  return Number(row!.toCome)
}

/** False where enough has come to say that it is no recording. */
async function canBe(
  { uploads }: Services,
  row: { readonly id: string; readonly name: string; readonly bytes: number; readonly received: number },
): Promise<boolean> {
  if (row.received < Math.min(FIRST_BYTES, row.bytes)) return true
  const first = await uploads.first(row.id, FIRST_BYTES)
  return first !== null && recordingKind(first, row.name) !== null
}

function sent({ id, name, bytes, received }: Sent): Sent {
  return { id, name, bytes, received }
}
