import type { IndexeddbPersistence } from "y-indexeddb"
import * as Y from "yjs"

const WHOLE = "whole"

/** Whether the copy once held all that the server had: then it can be worked on without a network. */
export async function wasWhole(copy: IndexeddbPersistence): Promise<boolean> {
  return (await copy.get(WHOLE).catch(() => undefined)) !== undefined
}

/**
 * Keeps the document as one update and notes that it is whole, both or neither: a copy that says so and is not would
 * open without codings. Of what was removed or erased no word stays behind in older updates. Rejects when nothing was
 * kept: full, or wiped meanwhile.
 */
export function keepWhole(copy: IndexeddbPersistence): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = copy.db!.transaction(["updates", "custom"], "readwrite")
    const updates = transaction.objectStore("updates")
    const found: IDBRequest<Uint8Array[]> = updates.getAll()
    found.onsuccess = () => {
      // What other tabs put there meanwhile.
      for (const update of found.result) Y.applyUpdate(copy.doc, update, copy)
      updates.clear()
      updates.add(Y.encodeStateAsUpdate(copy.doc))
      transaction.objectStore("custom").put("yes", WHOLE)
    }
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Closes the copy's database, if it ever opened. */
export async function letGo(copy: IndexeddbPersistence | null): Promise<void> {
  await copy?.destroy().catch(() => {})
}

/** Lets go of a copy that another tab deletes: one whose database is closed throws at every update. */
export async function letGoWhenDeleted(copy: IndexeddbPersistence): Promise<void> {
  await copy.whenSynced
  copy.db?.addEventListener("versionchange", () => void letGo(copy))
}
