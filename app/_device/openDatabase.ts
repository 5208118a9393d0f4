const PATIENCE_MS = 3_000

/** Opens a database of this browser, made by `make` where there is none. Rejects where the browser keeps nothing. */
export function openDatabase(name: string, make: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Some private windows throw here, some answer with an error, some never answer.
    const opening = indexedDB.open(name, 1)
    const timer = setTimeout(() => reject(new Error("no answer")), PATIENCE_MS)
    opening.onupgradeneeded = () => make(opening.result)
    opening.onsuccess = () => {
      clearTimeout(timer)
      // Whoever wants to wipe it, also by signing out in another tab, is not to wait for this one.
      opening.result.onversionchange = () => opening.result.close()
      resolve(opening.result)
    }
    opening.onerror = () => {
      clearTimeout(timer)
      reject(opening.error)
    }
  })
}
