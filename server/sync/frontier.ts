import type { Sketch, Stretch } from "./update"

/**
 * What a log lacks for what was written into it. An honest client leaves gaps for a moment, when it writes before it
 * has answered what the log asked for. Gaps that stay cost every replica: each later update is merged with them.
 */
export interface Frontier {
  /** Takes note of an update that will be appended; false when too much would wait for what is missing. */
  readonly take: (sketch: Sketch) => boolean
}

export function openFrontier(opening: Sketch, mostWaiting: number): Frontier {
  /** Of each Yjs client, up to where its clocks are here without a gap. */
  const states = new Map<number, number>()
  let waiting: Sketch[] = []

  const stateOf = (client: number) => states.get(client) ?? 0
  const isHere = ({ client, to }: Stretch) => to <= stateOf(client)

  /** Moves on as far as the update leads; true when nothing of it waits. */
  const advance = ({ written, needs, deleted }: Sketch): boolean => {
    for (const { client, from, to } of written)
      if (from <= stateOf(client) && to > stateOf(client)) states.set(client, to)
    return written.every(isHere) && deleted.every(isHere) && needs.every(isHere)
  }

  const settle = () => {
    for (let before = waiting.length + 1; waiting.length > 0 && waiting.length < before; ) {
      before = waiting.length
      waiting = waiting.filter((sketch) => !advance(sketch))
    }
  }

  const take = (sketch: Sketch) => {
    if (!advance(sketch)) waiting.push(sketch)
    if (waiting.length > 0) settle()
    if (sizeOf(waiting) <= mostWaiting) return true
    waiting = waiting.filter((each) => each !== sketch)
    return false
  }

  for (const one of piecesOf(opening)) if (!advance(one)) waiting.push(one)
  settle()
  return { take }
}

/** A whole log as one sketch is taken apart: what of it waits counts, not what it stands beside. */
function piecesOf({ written, deleted, needs }: Sketch): Sketch[] {
  return [
    ...written.map((stretch) => ({ written: [stretch], deleted: [], needs: [] })),
    ...deleted.map((stretch) => ({ written: [], deleted: [stretch], needs: [] })),
    ...needs.map((stretch) => ({ written: [], deleted: [], needs: [stretch] })),
  ]
}

function sizeOf(waiting: readonly Sketch[]): number {
  let size = 0
  for (const { written, deleted } of waiting) size += 1 + written.length + deleted.length
  return size
}
