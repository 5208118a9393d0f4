import type { Env } from "./env"
import { countedAddress } from "./http/address"
import { Refusal } from "./refusal"
import { Allowances } from "./sync/allowance"

/**
 * What is dear to answer, and how often one person may ask for it over all their sign-ins (who is not signed in: one
 * network address). Far above what anybody does by hand, or a script that is in no hurry.
 */
export const bounds = {
  /** Links that are followed by who is nobody yet: a look into the database, or a password to hash. */
  link: { atOnce: 60, perHour: 600 },
  inviting: { atOnce: 100, perHour: 200 },
  /** Words of a transcript that is coded: it is read anew for each. */
  correcting: { atOnce: 300, perHour: 1_200 },
  /** A transcript that is opened, called ready or cut anew: it is put together for everybody. */
  opening: { atOnce: 60, perHour: 120 },
  /** Files to be read, looked at or kept. */
  importing: { atOnce: 200, perHour: 400 },
  /** Pieces of one file: of the largest there are some hundreds. */
  sending: { atOnce: 900, perHour: 4_000 },
  exporting: { atOnce: 60, perHour: 240 },
  /** What rewrites the files of the database, or a recording. */
  erasing: { atOnce: 100, perHour: 400 },
  /** One link by which a participant reads, however many follow it: a transcript is opened for each time. */
  memberCheck: { atOnce: 120, perHour: 600 },
  /** What is put together anew from all that is revealed of a source or a project. */
  gathering: { atOnce: 600, perHour: 3_600 },
} as const satisfies Readonly<Record<string, Most>>

interface Most {
  readonly atOnce: number
  /** How much comes back. */
  readonly perHour: number
}

export type Bound = keyof typeof bounds

export interface Bounds {
  /** Counts one more; throws `too-many-requests`, with the seconds to wait, beyond what may be asked for. */
  readonly demand: (bound: Bound, who: string) => void
}

export function createBounds(of: Readonly<Record<Bound, Most>> = bounds, now?: () => number): Bounds {
  const kept = new Map(
    Object.entries(of).map(([bound, { atOnce, perHour }]) => [
      bound,
      new Allowances(atOnce, perHour / 3600, now),
    ]),
  )
  return {
    demand(bound, who) {
      const allowance = kept.get(bound)!.of(who)
      if (allowance.spend(1)) return
      throw new Refusal("too-many-requests", { retryAfter: Math.ceil(allowance.secondsUntil(1)) })
    },
  }
}

/** Never refuses. */
export const noBounds: Bounds = { demand: () => {} }

/** Counts a request by who is signed in, else by its address; not where that tells nobody apart. */
export function demandWithin(
  { bounds, env }: { readonly bounds: Bounds; readonly env: Pick<Env, "publicUrl"> },
  bound: Bound | undefined,
  from: { readonly caller: { readonly id: string } | null; readonly headers: Headers },
): void {
  if (bound === undefined) return
  const who = from.caller ? from.caller.id : countedAddress(from.headers.get("x-binome-address"), env)
  if (who !== null) bounds.demand(bound, who)
}
