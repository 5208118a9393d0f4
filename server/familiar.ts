/** What was seen before, the oldest forgotten first. */
export interface Familiar {
  readonly has: (what: string) => boolean
  readonly add: (what: string) => void
}

export function createFamiliar(most = 10_000): Familiar {
  const seen = new Set<string>()
  return {
    has: (what) => seen.has(what),
    add: (what) => {
      seen.delete(what)
      seen.add(what)
      const oldest = seen.values().next().value
      if (seen.size > most && oldest !== undefined) seen.delete(oldest)
    },
  }
}
