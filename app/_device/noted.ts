/** Members noted in this browser under one heading, over all its pages. In one that lends no storage nobody ever is. */
export interface Noted {
  readonly all: () => readonly string[]
  readonly add: (member: string) => void
  readonly drop: (member: string) => void
}

export function createNoted(place: string): Noted {
  const all = (): readonly string[] => {
    try {
      return JSON.parse(localStorage.getItem(place) ?? "[]") as string[]
    } catch {
      return []
    }
  }
  const write = (members: readonly string[]) => {
    try {
      if (members.length === 0) localStorage.removeItem(place)
      else localStorage.setItem(place, JSON.stringify(members))
    } catch {
      // Nothing can be noted here, and nothing was.
    }
  }
  return {
    all,
    add: (member) => write([...new Set([...all(), member])]),
    drop: (member) => write(all().filter((each) => each !== member)),
  }
}
