import { type Device, type Kept, type Key, type Shelf, shelves } from "./device"
import { memoryDevice } from "./memoryDevice"
import { databaseOf } from "./names"
import { openDatabase } from "./openDatabase"

/** Opens what this browser keeps for a member; one that lasts as long as the window where it keeps nothing. */
export async function openDevice(member: string): Promise<Device> {
  try {
    return deviceOn(await openDatabase(databaseOf(member), makeShelves), member)
  } catch {
    return memoryDevice(member)
  }
}

function makeShelves(database: IDBDatabase): void {
  for (const shelf of shelves) database.createObjectStore(shelf, { autoIncrement: true })
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
