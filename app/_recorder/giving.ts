import { workOn } from "./atWork"
import type { KeptSound, SoundShelf } from "./shelf"
import { type WholeSound, wholeSound } from "./wholeSound"

/** Why a recording is not given or thrown away: another tab is at it, has gone on with it, or has done so before. */
export type NotTaken = "elsewhere" | "changed" | "gone"

export interface Taken extends WholeSound {
  /** As the shelf has it now. */
  readonly kept: KeptSound
}

/** All that there is of a recording, while no tab changes it. */
export async function takeSound(
  shelf: SoundShelf,
  id: string,
  work: typeof workOn = workOn,
): Promise<Taken | NotTaken> {
  const letGo = await work(id, "together")
  if (!letGo) return "elsewhere"
  try {
    const kept = await shelf.find(id)
    return kept ? { kept, ...(await wholeSound(kept, await shelf.pieces(id))) } : "gone"
  } finally {
    letGo()
  }
}

/** Throws a recording away, if it is still what was shown. */
export async function discardSound(
  shelf: SoundShelf,
  shown: KeptSound,
  work: typeof workOn = workOn,
): Promise<NotTaken | null> {
  const letGo = await work(shown.id)
  if (!letGo) return "elsewhere"
  try {
    const kept = await shelf.find(shown.id)
    if (!kept) return "gone"
    if (kept.takes !== shown.takes || kept.durationMs !== shown.durationMs) return "changed"
    await shelf.remove(shown.id)
    return null
  } finally {
    letGo()
  }
}
