import { TooHeavy } from "./tooHeavy"

/** A room that took long is not tried beside the others for so long. */
const APART_MS = 600_000
/** So long a document that was found too heavy is not tried again: a busy machine may have been the reason. */
const HEAVY_MS = 60_000
const MOST_REMEMBERED = 1_000

interface Found {
  readonly version: string
  readonly ms: number
  readonly until: number
}

/** What was found of the documents that were put together last. */
export function createVerdicts() {
  const apart = remembering<number>()
  const light = remembering<string>()
  const heavy = remembering<Found>()
  const isHeavy = (room: string, version: string | null, ms: number) => {
    const found = heavy.get(room)
    return version !== null && found?.version === version && ms <= found.ms && Date.now() < found.until
  }
  return {
    isApart: (room: string) => (apart.get(room) ?? 0) > Date.now(),
    setApart: (room: string) => apart.set(room, Date.now() + APART_MS),
    isLight: (room: string, version: string) => light.get(room) === version,
    setLight: (room: string, version: string) => light.set(room, version),
    isHeavy,
    /** Throws `TooHeavy` where it was found not to be done in so many milliseconds. */
    demand(room: string, version: string | null, ms: number) {
      if (isHeavy(room, version, ms)) throw new TooHeavy()
    },
    setHeavy(room: string, version: string | null, ms: number) {
      if (version !== null && !isHeavy(room, version, ms))
        heavy.set(room, { version, ms, until: Date.now() + HEAVY_MS })
    },
  }
}

function remembering<T>() {
  const known = new Map<string, T>()
  return {
    get: (room: string) => known.get(room),
    set: (room: string, value: T) => {
      known.delete(room)
      known.set(room, value)
      const [oldest] = known.keys()
      if (known.size > MOST_REMEMBERED) known.delete(oldest!)
    },
  }
}
