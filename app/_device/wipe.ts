import type { Device, Key, WaitingUpdate } from "./device"
import { wipeFirstNames } from "./firstNames"
import { copyOf, databaseOf, isOf, liveAt, recordingsOf, textAt } from "./names"

/** Notes that a database is kept, so that it is found again to be wiped in browsers that do not list theirs. */
export function rememberCopy(name: string): void {
  small((storage) => storage.setItem(name, ""))
}

/**
 * Wipes all that this browser keeps for a member, what waits included (B6). False where it did not let go of all: what
 * is left keeps its note, so that it is found again.
 */
export async function wipe(member: string): Promise<boolean> {
  const names = [...new Set([databaseOf(member), recordingsOf(member), ...entriesOf(member)])]
  const gone = await Promise.all(names.map(deleteDatabase))
  for (const [index, name] of names.entries()) if (gone[index]) small((storage) => storage.removeItem(name))
  return gone.every(Boolean) && entriesOf(member).length === 0
}

/**
 * Wipes what can be read again from the server, and keeps what waits to be sent: for a member whose session has
 * ended, and who may come back.
 */
export async function wipeCopies(device: Device): Promise<void> {
  for (const shelf of ["copies", "desks"] as const) {
    await device.remove(
      shelf,
      (await device.all(shelf)).map(({ key }) => key),
    )
  }
  await Promise.all(entriesOf(device.member).map(forgetCopy))
}

/** Wipes all that is kept of a room which is not this member's to see any more, and of the source it belongs to. */
export async function wipeRoom(device: Device, room: string): Promise<void> {
  const [kind, id] = room.split("/")
  if (kind === "notes") wipeFirstNames(device.member, id!)
  // Notes are read beside a source's words; who may still read them has them from the server.
  await device.remove("copies", [room, `notes/${id}`])
  // Who may not note live may still code.
  const of: readonly Key[] = kind === "notes" ? [liveAt(id!)] : [id!, textAt(id!), liveAt(id!)]
  const desks = await device.all<{ readonly project: string }>("desks")
  const closed = desks.filter(
    ({ key, value }) => of.includes(key) || (kind === "codebook" && value.project === id),
  )
  await device.remove(
    "desks",
    closed.map(({ key }) => key),
  )
  if (!written.has(kind!)) return
  const updates = await device.all<WaitingUpdate>("updates")
  await device.remove(
    "updates",
    updates.filter(({ value }) => value.room === room).map(({ key }) => key),
  )
  if (kind !== "layer") return
  const commands = await device.all<{ readonly command: { readonly path: string } }>("commands")
  const about = commands.filter(({ value }) => value.command.path.startsWith(`/api/sources/${id}/`))
  await device.remove(
    "commands",
    about.map(({ key }) => key),
  )
  await Promise.all(
    entriesOf(device.member)
      .filter((name) => name.startsWith(copyOf(device.member, room, "")))
      .map(forgetCopy),
  )
}

/** The kinds of rooms that their members write. */
const written = new Set(["layer", "source", "memo", "notes"])

/** Deletes a copy's database and the note of it. */
export async function forgetCopy(name: string): Promise<void> {
  if (await deleteDatabase(name)) small((storage) => storage.removeItem(name))
}

function entriesOf(member: string): string[] {
  return small((storage) => Object.keys(storage).filter((key) => isOf(member, key))) ?? []
}

/** Whether it is gone. */
function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const deleting = indexedDB.deleteDatabase(name)
      deleting.onsuccess = () => resolve(true)
      deleting.onerror = () => resolve(false)
      // Another tab still holds it, and may let go at once.
      deleting.onblocked = () => setTimeout(() => resolve(false), PATIENCE_MS)
    } catch {
      // A browser that lends no databases has kept nothing in any.
      resolve(typeof indexedDB === "undefined")
    }
  })
}

const PATIENCE_MS = 1_000

/** The small storage, where this browser lends one. */
function small<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}
