/**
 * A browser's storage whose databases keep nothing. Deleting one closes it first, as browsers ask of every tab; what
 * is asked of a closed one throws.
 */
export function browserStorage() {
  const open = new Map<string, EventTarget>()
  return {
    open(name: string) {
      const database = emptyDatabase()
      open.set(name, database)
      return succeeded(database)
    },
    deleteDatabase(name: string) {
      open.get(name)?.dispatchEvent(new Event("versionchange"))
      return succeeded(undefined)
    },
  }
}

function emptyDatabase() {
  let isClosed = false
  const database = Object.assign(new EventTarget(), {
    onversionchange: () => {},
    close() {
      isClosed = true
    },
    transaction() {
      if (isClosed) throw new DOMException("closed", "InvalidStateError")
      return { objectStore: () => emptyStore }
    },
  })
  database.addEventListener("versionchange", () => database.onversionchange())
  return database
}

const emptyStore = {
  add: () => succeeded(1),
  put: () => succeeded(1),
  get: () => succeeded(undefined),
  delete: () => succeeded(undefined),
  count: () => succeeded(0),
  getAll: () => succeeded([]),
  openKeyCursor: () => succeeded(null),
}

function succeeded<T>(result: T) {
  const request = { result, onsuccess: (_: { target: unknown }) => {} }
  setTimeout(() => request.onsuccess({ target: request }))
  return request
}
