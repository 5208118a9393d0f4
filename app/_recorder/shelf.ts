/** A recording made in this browser, which no source has yet. */
export interface KeptSound {
  readonly id: string
  readonly project: string
  /** The source it was begun for; null where that was to be made. */
  readonly source: string | null
  readonly mime: string
  readonly startedAt: number
  /** As its recorder's clock says. */
  readonly durationMs: number
  /** How often the microphone was opened for it: each time begins a file of its own. */
  readonly takes: number
}

export interface Piece {
  readonly take: number
  readonly sound: Blob
}

/** Where one member's recordings are, piece by piece as they come. */
export interface SoundShelf {
  /** False where all is gone with the window: this browser lends no storage. */
  readonly lasts: boolean
  /** Begins one, or another take of it. */
  readonly put: (sound: KeptSound) => Promise<void>
  /** Adds what comes next. "held": the device did not take it, and it is in this window alone. */
  readonly add: (sound: KeptSound, piece: Blob) => Promise<"kept" | "held">
  readonly all: () => Promise<readonly KeptSound[]>
  readonly pieces: (id: string) => Promise<readonly Piece[]>
  readonly remove: (id: string) => Promise<void>
  readonly close: () => void
}

/** What a shelf is made on. */
export interface Planks {
  readonly put: (sound: KeptSound) => Promise<void>
  readonly add: (sound: KeptSound, at: readonly [take: number, number: number], piece: Blob) => Promise<void>
  readonly all: () => Promise<readonly KeptSound[]>
  readonly pieces: (id: string) => Promise<readonly (Piece & { readonly number: number })[]>
  readonly remove: (id: string) => Promise<void>
  readonly close: () => void
}

/**
 * A shelf whose pieces have numbers in the order they came. What the device does not take stays in this window, is
 * offered to it again with each piece that follows, and is read with the others as long as the window stands.
 */
export function shelfOn(planks: Planks, { lasts }: { readonly lasts: boolean }): SoundShelf {
  const counts = new Map<string, number>()
  let held: { readonly sound: KeptSound; readonly at: readonly [number, number]; readonly piece: Blob }[] = []
  const ofOthers = (id: string) => held.filter(({ sound }) => sound.id !== id)
  const offerAgain = async () => {
    for (const one of [...held]) {
      await planks.add(one.sound, one.at, one.piece)
      held = held.filter((each) => each !== one)
    }
  }
  return {
    lasts,
    put: planks.put,
    add: async (sound, piece) => {
      const place = `${sound.id}/${sound.takes}`
      const number = counts.get(place) ?? 0
      counts.set(place, number + 1)
      held = [...held, { sound, at: [sound.takes, number], piece }]
      return offerAgain().then(
        () => "kept" as const,
        () => "held" as const,
      )
    },
    all: async () => [...(await planks.all())].sort((a, b) => b.startedAt - a.startedAt),
    pieces: async (id) => {
      const mine = held
        .filter(({ sound }) => sound.id === id)
        .map(({ at, piece }) => ({ take: at[0], number: at[1], sound: piece }))
      const all = [...(await planks.pieces(id)), ...mine]
      return all.sort((a, b) => a.take - b.take || a.number - b.number)
    },
    remove: async (id) => {
      held = ofOthers(id)
      await planks.remove(id)
    },
    close: planks.close,
  }
}

/** Keeps as long as the window is open. */
export function memoryPlanks(): Planks {
  const sounds = new Map<string, KeptSound>()
  const pieces = new Map<string, (Piece & { readonly number: number })[]>()
  return {
    put: async (sound) => void sounds.set(sound.id, sound),
    add: async (sound, [take, number], piece) => {
      sounds.set(sound.id, sound)
      pieces.set(sound.id, [...(pieces.get(sound.id) ?? []), { take, number, sound: piece }])
    },
    all: async () => [...sounds.values()],
    pieces: async (id) => pieces.get(id) ?? [],
    remove: async (id) => {
      sounds.delete(id)
      pieces.delete(id)
    },
    close: () => {},
  }
}
