import { type Device, type Kept, type Key, type Shelf, shelves } from "./device"
import { memoryDevice } from "./memoryDevice"
import { databaseOf } from "./names"

const PATIENCE_MS = 3_000

/** Opens what this browser keeps for a member; one that lasts as long as the window where it keeps nothing. */
export async function openDevice(member: string): Promise<Device> {
  try {
    return deviceOn(await openDatabase(databaseOf(member)), member)
  } catch {
    return memoryDevice(member)
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Some private windows throw here, some answer with an error, some never answer.
    const opening = indexedDB.open(name, 1)
    const timer = setTimeout(() => reject(new Error("no answer")), PATIENCE_MS)
    opening.onupgradeneeded = () => {
      for (const shelf of shelves) opening.result.createObjectStore(shelf, { autoIncrement: true })
    }
    opening.onsuccess = () => {
      clearTimeout(timer)
      // Whoever wants to wipe it is not to wait for this tab.
      opening.result.onversionchange = () => opening.result.close()
      resolve(opening.result)
    }
    opening.onerror = () => {
      clearTimeout(timer)
      reject(opening.error)
    }
  })
}

function deviceOn(database: IDBDatabase, member: string): Device {
  const write = <T>(shelf: Shelf, act: (store: IDBObjectStore) => IDBRequest<T> | undefined) =>
    new Promise<T | undefined>((resolve, reject) => {
      // "strict": complete means on the disk, so that what is said to be kept is.
      const transaction = database.transaction(shelf, "readwrite", { durability: "strict" })
      const request = act(transaction.objectStore(shelf))
      transaction.oncomplete = () => resolve(request?.result)
      transaction.onabort = () => reject(transaction.error)
    })
  const reading = (shelf: Shelf) => database.transaction(shelf, "readonly").objectStore(shelf)
  return {
    member,
    lasts: true,
    add: async (shelf, value) => (await write(shelf, (store) => store.add(value))) as Key,
    async put(shelf, key, value) {
      await write(shelf, (store) => store.put(value, key))
    },
    find: async (shelf, key) => resultOf(reading(shelf).get(key)),
    async all<T>(shelf: Shelf) {
      const store = reading(shelf)
      const [keys, values] = await Promise.all([resultOf(store.getAllKeys()), resultOf(store.getAll())])
      return keys.map((key, place) => ({ key, value: values[place] }) as Kept<T>)
    },
    async remove(shelf, keys) {
      if (keys.length === 0) return
      await write(shelf, (store) => {
        for (const key of keys) store.delete(key)
        return undefined
      })
    },
    close: () => database.close(),
  }
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
