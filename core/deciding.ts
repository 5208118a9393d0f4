import type { MemberId } from "./model"
import type { DisagreementKind, Listening, Proposal, ProposalId, Standing } from "./reading"

/** What has to be known of a disagreement to say who may do what about it. */
export interface UnderDiscussion {
  readonly kind: DisagreementKind
  readonly standing: Standing
  /** Those whose codings were compared. */
  readonly coders: readonly MemberId[]
  readonly listenings: readonly Listening[]
  /** False where there is no recording, or no time for this place in it: nobody is asked to listen. */
  readonly audible: boolean
}

export type Refusal =
  | "not-a-coder"
  | "not-a-supervisor"
  | "already-resolved"
  | "already-referred"
  | "not-referred"
  | "no-proposal"
  | "own-proposal"
  | "not-own-proposal"
  | "stale-revision"
  | "listen-first"

/** Null when they may; so for every function here. Until it is resolved, anything may be proposed, by either (R6). */
export function mayPropose(flag: UnderDiscussion, by: MemberId): Refusal | null {
  if (!flag.coders.includes(by)) return "not-a-coder"
  return isClosed(flag.standing) ? "already-resolved" : null
}

/** Only the proposal on the table, as the other coder last wrote it (R7). */
export function mayAccept(
  flag: UnderDiscussion,
  by: MemberId,
  accepted: {
    readonly proposal: ProposalId
    readonly revision: number
    readonly whyNotListened: string | null
  },
  onTheTable: Proposal | null,
): Refusal | null {
  const refused = mayPropose(flag, by)
  if (refused) return refused
  if (!onTheTable) return "no-proposal"
  if (onTheTable.id !== accepted.proposal || onTheTable.revision !== accepted.revision)
    return "stale-revision"
  if (onTheTable.by === by) return "own-proposal"
  return mustListen(flag, by, accepted.whyNotListened)
}

export function mayWithdraw(flag: UnderDiscussion, by: MemberId, proposal: Proposal | null): Refusal | null {
  const refused = mayPropose(flag, by)
  if (refused) return refused
  if (!proposal) return "no-proposal"
  return proposal.by === by ? null : "not-own-proposal"
}

export function mayRefer(flag: UnderDiscussion, by: MemberId, whyNotListened: string | null): Refusal | null {
  const refused = mayPropose(flag, by)
  if (refused) return refused
  if (flag.standing.is === "referred") return "already-referred"
  return mustListen(flag, by, whyNotListened)
}

/** A supervisor rules on what was referred, and on nothing else (R9). */
export function mayRule(
  flag: UnderDiscussion,
  by: MemberId,
  supervisors: readonly MemberId[],
  whyNotListened: string | null,
): Refusal | null {
  if (!supervisors.includes(by) || flag.coders.includes(by)) return "not-a-supervisor"
  if (isClosed(flag.standing)) return "already-resolved"
  if (flag.standing.is !== "referred") return "not-referred"
  return mustListen(flag, by, whyNotListened)
}

/**
 * A different reading is heard again before this person refers or decides it, or they say in a word why not (R8).
 * Never a ritual: cuts and what one alone coded do not ask for it.
 */
export function mustListen(
  flag: Pick<UnderDiscussion, "kind" | "listenings" | "audible">,
  by: MemberId,
  whyNotListened: string | null,
): "listen-first" | null {
  if (flag.kind !== "code" || !flag.audible) return null
  const heard = flag.listenings.some((listening) => listening.by === by)
  return heard || whyNotListened?.trim() ? null : "listen-first"
}

function isClosed(standing: Standing): boolean {
  return standing.is === "resolved" || standing.is === "settled"
}
