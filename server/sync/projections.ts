import * as Y from "yjs"
import { coalesce } from "./coalesce"
import type { Log, OpenProjection, Projections } from "./ports"

/** A projection as plain values: maps by name, JSON values by key. */
export type ProjectionContent = Readonly<Record<string, Readonly<Record<string, unknown>>>>

interface ProjectionsNeed {
  /** What a projection holds now, from SQL rows. Rejects when there is no such room. */
  readonly build: (room: string) => Promise<ProjectionContent>
  /** Names the document; drawn anew at each opening, so that an older copy is known for one. */
  readonly newClientId: (room: string) => number
  readonly log: Log
}

/** Keeps the documents of open projections equal to what `build` says, writing only what differs. */
export function createProjections({ build, newClientId, log }: ProjectionsNeed): Projections {
  const open = new Map<string, () => Promise<void>>()
  return {
    open: async (room) => {
      const doc = new Y.Doc()
      doc.clientID = newClientId(room)
      const refresh = coalesce(async () => write(doc, await build(room)))
      // Before the first build, so that a change made during it is not missed.
      open.set(room, refresh)
      const close = () => {
        if (open.get(room) === refresh) open.delete(room)
        doc.destroy()
      }
      try {
        await refresh()
      } catch (error) {
        close()
        throw error
      }
      return { doc, close } satisfies OpenProjection
    },
    refresh: async (room) => {
      // Those who have it open keep what they see; the next refresh makes up for this one.
      await open
        .get(room)?.()
        .catch((error) => log.error({ error }, "a projection could not be rebuilt"))
    },
  }
}

/** Brings a document to a content in one transaction; says nothing where nothing differs. */
function write(doc: Y.Doc, content: ProjectionContent): void {
  doc.transact(() => {
    for (const name of new Set([...doc.share.keys(), ...Object.keys(content)].sort())) {
      writeMap(doc.getMap(name), content[name] ?? {})
    }
  })
}

function writeMap(map: Y.Map<unknown>, wanted: Readonly<Record<string, unknown>>): void {
  for (const key of [...map.keys()].sort()) if (!Object.hasOwn(wanted, key)) map.delete(key)
  // Sorted, so that the same changes give the same bytes (B10).
  for (const key of Object.keys(wanted).sort()) {
    const json = JSON.stringify(wanted[key])
    if (json === undefined || json === JSON.stringify(map.get(key))) continue
    map.set(key, JSON.parse(json))
  }
}
