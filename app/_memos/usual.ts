import { type MemoKind, memoKinds } from "../../core/memos"

const PLACE = "binome:memo-kind"

/** The kind one wrote last on this device: most write several of one kind. */
export function usualKind(): MemoKind {
  try {
    const kept = localStorage.getItem(PLACE) as MemoKind | null
    return kept !== null && memoKinds.includes(kept) ? kept : "theoretical"
  } catch {
    return "theoretical"
  }
}

export function keepUsualKind(kind: MemoKind): void {
  try {
    localStorage.setItem(PLACE, kind)
  } catch {
    // A browser that lends no storage asks anew each time.
  }
}
