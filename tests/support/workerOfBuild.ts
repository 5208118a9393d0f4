import { readFileSync } from "node:fs"
import { runInNewContext } from "node:vm"

const ORIGIN = "http://binome.example"
const program = readFileSync("public/service-worker.js", "utf8")

/** What a server answers to a path; null where the line is cut. */
export type Server = (path: string) => Response | null | Promise<Response | null>

export interface Worker {
  /** Hands it what a page of its build has loaded, and waits until it has kept it. */
  keep(language: string, files: readonly string[]): Promise<void>
  /** Its answer when a browser goes to a page, or asks for a file; null where it leaves that to the browser. */
  ask(path: string, mode: "navigate" | "no-cors"): Promise<Response> | null
}

/** One browser, in which workers of several builds may be at once: what they keep is shared, in the order it was kept. */
export function browserWithWorkers() {
  const stores = new Map<string, Store>()
  let server: Server = () => null
  const caches = {
    open: async (name: string) => {
      if (!stores.has(name)) stores.set(name, createStore())
      return stores.get(name)!
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (asked: Asked) => {
      for (const store of stores.values()) {
        const found = await store.match(asked)
        if (found) return found
      }
    },
  }
  const fetch = async (asked: Asked) => {
    const { pathname, search } = new URL(addressOf(asked))
    const answer = await server(pathname + search)
    if (!answer) throw new TypeError("Failed to fetch")
    return Object.defineProperty(answer, "type", { value: "basic" })
  }
  return {
    serve(next: Server) {
      server = next
    },
    stores: () => [...stores.keys()],
    start(build: string): Worker {
      const listeners = new Map<string, (event: object) => void>()
      const location = new URL(`${ORIGIN}/service-worker.js?build=${build}`)
      const web = { AbortSignal, Error, Promise, Response, Set, URL, clearTimeout, setTimeout }
      const addEventListener = (name: string, listener: (event: object) => void) =>
        listeners.set(name, listener)
      runInNewContext(program, { ...web, caches, fetch, location, addEventListener })
      return {
        async keep(language, files) {
          let kept: Promise<void> | undefined
          const waitUntil = (until: Promise<void>) => {
            kept = until
          }
          listeners.get("message")!({ data: { language, files }, waitUntil })
          await kept
        },
        ask(path, mode) {
          let answer: Promise<Response> | null = null
          const respondWith = (given: Promise<Response>) => {
            answer = given
          }
          listeners.get("fetch")!({ request: { method: "GET", url: ORIGIN + path, mode }, respondWith })
          return answer
        },
      }
    },
  }
}

type Asked = string | { readonly url: string }

const addressOf = (asked: Asked) => new URL(typeof asked === "string" ? asked : asked.url, ORIGIN).href

/** As a browser's: what is put again stands last. */
function createStore() {
  const kept = new Map<string, Response>()
  return {
    async put(asked: Asked, answer: Response) {
      kept.delete(addressOf(asked))
      kept.set(addressOf(asked), answer)
    },
    match: async (asked: Asked) => kept.get(addressOf(asked))?.clone(),
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    delete: async (asked: Asked) => kept.delete(addressOf(asked)),
  }
}
type Store = ReturnType<typeof createStore>
