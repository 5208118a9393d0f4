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

/** A piece and its place in its take. */
export type Numbered = Piece & { readonly number: number }

/** What of a recording is elsewhere now. */
export interface Part {
  readonly takes: readonly number[]
  /** Null where nobody knows. */
  readonly durationMs: number | null
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
  /** As it stands now, whichever tab has gone on with it; null where it is gone. */
  readonly find: (id: string) => Promise<KeptSound | null>
  readonly pieces: (id: string) => Promise<readonly Piece[]>
  /** All of it, or these takes alone: what else there is stays, to be offered as a recording of its own. */
  readonly remove: (id: string, only?: Part) => Promise<void>
  readonly close: () => void
}

/** What a shelf is made on. */
export interface Planks {
  readonly put: (sound: KeptSound) => Promise<void>
  /** Rejects where a piece stands at that place. */
  readonly add: (sound: KeptSound, at: readonly [take: number, number: number], piece: Blob) => Promise<void>
  readonly all: () => Promise<readonly KeptSound[]>
  readonly pieces: (id: string) => Promise<readonly Numbered[]>
  readonly remove: (id: string, only?: Part) => Promise<void>
  readonly close: () => void
}

/** What stands of a recording where this part was removed, or all; null: nothing. A take that has just begun has no piece yet. */
export function afterRemoval(row: KeptSound, only: Part | undefined, hasPieces: boolean): KeptSound | null {
  if (!only || (!hasPieces && only.takes.includes(row.takes))) return null
  return { ...row, durationMs: Math.max(0, row.durationMs - (only.durationMs ?? 0)) }
}

/**
 * A shelf whose pieces have numbers in the order they came. What the device does not take stays in this window, is
 * offered to it again with each piece that follows, and is read with the others as long as the window stands.
 */
export function shelfOn(planks: Planks, { lasts }: { readonly lasts: boolean }): SoundShelf {
  const counts = new Map<string, number>()
  let held: { readonly sound: KeptSound; readonly at: readonly [number, number]; readonly piece: Blob }[] = []
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
    find: async (id) => (await planks.all()).find((each) => each.id === id) ?? null,
    pieces: async (id) => {
      const mine = held
        .filter(({ sound }) => sound.id === id)
        .map(({ at, piece }) => ({ take: at[0], number: at[1], sound: piece }))
      const all = [...(await planks.pieces(id)), ...mine]
      return all.sort((a, b) => a.take - b.take || a.number - b.number)
    },
    remove: async (id, only) => {
      held = held.filter(({ sound, at }) => sound.id !== id || (only && !only.takes.includes(at[0])))
      await planks.remove(id, only)
    },
    close: planks.close,
  }
}

/** Keeps as long as the window is open. */
export function memoryPlanks(): Planks {
  const sounds = new Map<string, KeptSound>()
  const pieces = new Map<string, readonly Numbered[]>()
  return {
    put: async (sound) => void sounds.set(sound.id, sound),
    add: async (sound, [take, number], piece) => {
      const before = pieces.get(sound.id) ?? []
      if (before.some((each) => each.take === take && each.number === number))
        throw new DOMException("a piece stands there", "ConstraintError")
      sounds.set(sound.id, sound)
      pieces.set(sound.id, [...before, { take, number, sound: piece }])
    },
    all: async () => [...sounds.values()],
    pieces: async (id) => pieces.get(id) ?? [],
    remove: async (id, only) => {
      const left = (pieces.get(id) ?? []).filter(({ take }) => only && !only.takes.includes(take))
      pieces.set(id, left)
      const row = sounds.get(id)
      const rest = row && afterRemoval(row, only, left.length > 0)
      if (rest) sounds.set(id, rest)
      else sounds.delete(id)
    },
    close: () => {},
  }
}
