import type { Page } from "@playwright/test"

export interface KeptInBrowser {
  readonly databases: readonly string[]
  readonly entries: readonly string[]
  /** Everything in databases and caches, as text: what is looked for in it would be found. */
  readonly text: string
  /** Addresses of what the service worker keeps. */
  readonly cached: readonly string[]
}

/** All that this site keeps in a browser: databases, small storage, caches, with what is in them. */
export function keptInBrowser(page: Page): Promise<KeptInBrowser> {
  return page.evaluate(async () => {
    const legible = (value: unknown): string => {
      if (value instanceof Uint8Array) return new TextDecoder().decode(value)
      if (value === null || typeof value !== "object") return String(value)
      return Object.entries(value)
        .map(([key, each]) => `${key} ${legible(each)}`)
        .join(" ")
    }
    const answerTo = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const parts: string[] = []
    const databases = (await indexedDB.databases()).map(({ name }) => name!).sort()
    for (const name of databases) {
      const database = await answerTo(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        parts.push(legible(await answerTo(database.transaction(store).objectStore(store).getAll())))
      }
      database.close()
    }
    const cached: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        cached.push(request.url)
        const answer = (await cache.match(request))!
        if (!/font|image/.test(answer.headers.get("content-type") ?? "")) parts.push(await answer.text())
      }
    }
    const entries = Object.keys(localStorage).sort()
    return { databases, entries, text: [...parts, ...Object.values(localStorage)].join("\n"), cached }
  })
}

/** Puts a copy of a room into what the browser keeps for a member, as an earlier reading of it would have. */
export function putCopy(page: Page, member: string, room: string, copy: Uint8Array): Promise<void> {
  return page.evaluate(
    ({ name, room, bytes }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => {
          const database = opening.result
          const transaction = database.transaction("copies", "readwrite")
          transaction.objectStore("copies").put(new Uint8Array(bytes), room)
          transaction.onabort = () => reject(transaction.error)
          transaction.oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
    { name: `binome:${member}`, room, bytes: [...copy] },
  )
}
