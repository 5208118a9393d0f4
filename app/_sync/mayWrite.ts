import { ask, Problem } from "./api"
import type { Refused } from "./connect"

/** What the server says of a transcript: whether one may write in it now, and how often words of it were erased. */
export interface Standing {
  readonly writes: boolean
  readonly epoch: number
}

const PATIENCE_MS = 8_000

interface Answer {
  readonly writes: boolean
  readonly source: { readonly epoch: number }
}

/** Asks as the member, and nobody else who may have signed in meanwhile; null where nobody who matters answers. */
export async function mayWrite(
  source: string,
  member: string,
  patience = PATIENCE_MS,
): Promise<Standing | Refused | null> {
  const path = `/api/sources/${encodeURIComponent(source)}`
  let timer: ReturnType<typeof setTimeout> | undefined
  // A line that swallows everything never says so.
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience)
  })
  try {
    const answer = await Promise.race([ask<Answer>("GET", path, undefined, { as: member }), late])
    return answer && { writes: answer.writes, epoch: answer.source.epoch }
  } catch (error) {
    const status = error instanceof Problem ? error.status : 0
    if (status === 401) return "signed-out"
    // Only these say so: what waits is wiped for them.
    return status === 403 || status === 404 ? "not-allowed" : null
  } finally {
    clearTimeout(timer)
  }
}
