import * as Y from "yjs"
import type { Device, Kept, Touched, WaitingUpdate } from "../_device/device"

/** An entry as it stands in a document: what a document that begins anew can be given to write. */
export interface Entry extends Touched {
  readonly value: unknown
}

/** The entries that a transaction set or removed in the maps of a document. */
export function touchedIn(doc: Y.Doc, { changed }: Y.Transaction): Touched[] {
  return [...doc.share].flatMap(([map, type]) =>
    [...(changed.get(type as never) ?? [])].flatMap((key) => (key === null ? [] : [{ map, key }])),
  )
}

/** One's own writing in a room that the server has not acknowledged, from this window and others. */
export async function waitingIn(room: string, device: Device): Promise<readonly Kept<WaitingUpdate>[]> {
  const all = await device.all<WaitingUpdate>("updates")
  return all.filter(({ value }) => value.room === room && !value.late)
}

/**
 * Carries what waits in a room over to a document that begins anew, because the one it was written in is stale: as
 * the entries stand in the old one, and in what other tabs wrote. Rejects when the device took it not. A removal is not
 * carried; what was removed comes back, and can be removed again.
 */
export async function carryOver(doc: Y.Doc, room: string, device: Device): Promise<void> {
  const waiting = await waitingIn(room, device)
  const entries = entriesOf(waiting, doc)
  if (entries.length > 0) {
    const anew = new Y.Doc()
    writeEntries(anew, entries)
    const touched = entries.map(({ map, key }) => ({ map, key }))
    const update: WaitingUpdate = { room, update: Y.encodeStateAsUpdate(anew), touched }
    await device.add("updates", update)
  }
  await device.remove("updates", keysOf(waiting))
}

/**
 * Takes off the device what could not be carried on it, for the window to hold: by itself it would be of no use to a
 * document that begins anew, nor would the server take it.
 */
export async function takeOff(doc: Y.Doc, room: string, device: Device): Promise<readonly Entry[]> {
  const waiting = await waitingIn(room, device)
  await device.remove("updates", keysOf(waiting)).catch(() => {})
  return entriesOf(waiting, doc)
}

/** These places as they stand in a document; what was removed is left out. */
export function entriesAt(doc: Y.Doc, places: readonly Touched[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { map, key } of places) {
    const value = doc.getMap(map).get(key)
    if (value !== undefined) entries.set(`${map}/${key}`, { map, key, value })
  }
  return [...entries.values()]
}

export function writeEntries(doc: Y.Doc, entries: readonly Entry[], origin?: string): void {
  doc.transact(() => {
    for (const { map, key, value } of entries) doc.getMap(map).set(key, value)
  }, origin)
}

/** Read beside the document: what a tab has carried already is not to change what stands in this window. */
function entriesOf(waiting: readonly Kept<WaitingUpdate>[], doc: Y.Doc): Entry[] {
  const read = new Y.Doc()
  Y.applyUpdate(read, Y.encodeStateAsUpdate(doc))
  for (const { value } of waiting) Y.applyUpdate(read, value.update)
  return entriesAt(
    read,
    waiting.flatMap(({ value }) => value.touched),
  )
}

const keysOf = (waiting: readonly Kept<WaitingUpdate>[]) => waiting.map(({ key }) => key)
