/**
 * What one coder did, and how much of it the server has said is kept. The marks (`canary-…`) are ids and texts that
 * occur nowhere else, so that they can be looked for in every byte the other was sent.
 */
export interface CodingEntry {
  readonly id: string
  readonly passage: string
  /** Sent is not yet saved: a kill may take it. */
  written: "sent" | "saved"
  removed: null | "sent" | "saved"
}

export interface Ledger {
  readonly codings: Map<string, CodingEntry>
  /** Hand-ins and take-backs that were answered, by passage. */
  readonly answered: Map<string, number>
  /** Ids of proposals, codes and referrals' reasons that were answered, and where they must be found. */
  readonly said: Set<string>
  /** Frames and answers received since the last check. */
  readonly heard: Buffer[]
}

export function openLedger(): Ledger {
  return { codings: new Map(), answered: new Map(), said: new Set(), heard: [] }
}

/** All that was sent until now is durable: the server has counted it. */
export function allSaved({ codings }: Ledger): void {
  for (const entry of codings.values()) {
    entry.written = "saved"
    if (entry.removed === "sent") entry.removed = "saved"
  }
}

/** Codings that must be there; whatever happened. */
export const mustStand = ({ codings }: Ledger) =>
  [...codings.values()].filter(({ written, removed }) => written === "saved" && removed === null)

export const mustBeGone = ({ codings }: Ledger) =>
  [...codings.values()].filter(({ removed }) => removed === "saved")

export const marksIn = (bytes: readonly Buffer[]): Set<string> =>
  new Set(bytes.flatMap((each) => each.toString("latin1").match(/canary-[a-z]+-\d+-\d+-[cm]/g) ?? []))
