import { recordingsOf } from "../_device/names"
import { openDatabase } from "../_device/openDatabase"
import {
  afterRemoval,
  type KeptSound,
  memoryPlanks,
  type Numbered,
  type Planks,
  type SoundShelf,
  shelfOn,
} from "./shelf"

/** Opens a member's shelf of recordings; one that lasts as long as the window where the browser lends no storage. */
export async function openShelf(member: string): Promise<SoundShelf> {
  try {
    return shelfOn(planksOf(await openDatabase(recordingsOf(member), makeStores)), { lasts: true })
  } catch {
    return shelfOn(memoryPlanks(), { lasts: false })
  }
}

function makeStores(database: IDBDatabase): void {
  database.createObjectStore("sounds", { keyPath: "id" })
  database.createObjectStore("pieces")
}

/** A piece's key is its recording, its take and its number. */
const allOf = (id: string) => IDBKeyRange.bound([id], [id, []])
const takeOf = (id: string, take: number) => IDBKeyRange.bound([id, take], [id, take, []])

function planksOf(database: IDBDatabase): Planks {
  const write = (act: (sounds: IDBObjectStore, pieces: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      // "strict": complete means on the disk.
      const transaction = database.transaction(["sounds", "pieces"], "readwrite", { durability: "strict" })
      act(transaction.objectStore("sounds"), transaction.objectStore("pieces"))
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  const read = <T>(store: "sounds" | "pieces", act: (store: IDBObjectStore) => IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      const request = act(database.transaction(store, "readonly").objectStore(store))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  return {
    put: (sound) => write((sounds) => sounds.put(sound)),
    add: (sound, at, piece) =>
      write((sounds, pieces) => {
        sounds.put(sound)
        // Never over another: what stands there was heard.
        pieces.add(piece, [sound.id, ...at])
      }),
    all: () => read("sounds", (store) => store.getAll() as IDBRequest<KeptSound[]>),
    pieces: async (id) => {
      // At one moment: another tab may be adding to them.
      let keys: IDBRequest<IDBValidKey[]>
      const sounds = await read("pieces", (store) => {
        keys = store.getAllKeys(allOf(id))
        return store.getAll(allOf(id)) as IDBRequest<Blob[]>
      })
      return (keys!.result as [string, number, number][]).map(
        ([, take, number], place) => ({ take, number, sound: sounds[place]! }) satisfies Numbered,
      )
    },
    remove: (id, only) =>
      write((sounds, pieces) => {
        for (const range of only ? only.takes.map((take) => takeOf(id, take)) : [allOf(id)])
          pieces.delete(range)
        const row = sounds.get(id) as IDBRequest<KeptSound | undefined>
        row.onsuccess = () => {
          const left = pieces.count(allOf(id))
          left.onsuccess = () => {
            const rest = row.result && afterRemoval(row.result, only, left.result > 0)
            if (rest) sounds.put(rest)
            else sounds.delete(id)
          }
        }
      }),
    close: () => database.close(),
  }
}
