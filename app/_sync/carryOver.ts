import * as Y from "yjs"
import type { Device, Touched, WaitingUpdate } from "../_device/device"

/** The entries that a transaction set or removed in the maps of a document. */
export function touchedIn(doc: Y.Doc, { changed }: Y.Transaction): Touched[] {
  return [...doc.share].flatMap(([map, type]) =>
    [...(changed.get(type as never) ?? [])].flatMap((key) => (key === null ? [] : [{ map, key }])),
  )
}

/**
 * Carries what waits in a room over to a document that begins anew, because the one it was written in is stale: as
 * the entries stand in the old one, and in what other tabs wrote. `owed` is what this window could not keep: nobody
 * else has it. A removal is not carried; what was removed comes back, and can be removed again.
 */
export async function carryOver(
  doc: Y.Doc,
  room: string,
  device: Device,
  owed: readonly Touched[] = [],
): Promise<void> {
  const waiting = (await device.all<WaitingUpdate>("updates")).filter(({ value }) => value.room === room)
  const anew = new Y.Doc()
  const touched = [...waiting.flatMap(({ value }) => value.touched), ...owed]
  const own = owed.map((place) => ({ ...place, value: valueAt(doc, place) }))
  for (const { value } of waiting) Y.applyUpdate(doc, value.update, device)
  const others = touched.map((place) => ({ ...place, value: valueAt(doc, place) }))
  for (const { map, key, value } of [...others, ...own]) {
    if (value !== undefined) anew.getMap(map).set(key, value)
  }
  if (anew.store.clients.size > 0) {
    const update: WaitingUpdate = { room, update: Y.encodeStateAsUpdate(anew), touched }
    await device.add("updates", update)
  }
  await device.remove(
    "updates",
    waiting.map(({ key }) => key),
  )
}

function valueAt(doc: Y.Doc, { map, key }: Touched): unknown {
  return doc.getMap(map).get(key)
}
