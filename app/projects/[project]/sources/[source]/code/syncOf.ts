import type { NotKept } from "../../../../../_device/device"
import type { RoomState } from "../../../../../_sync/connect"
import type { Safety } from "../../../../../_sync/keepWriting"
import type { Sync } from "../../../../../_ui/SyncState"

interface Known {
  readonly state: RoomState
  readonly safety: Safety
  readonly ready: boolean
  /** Commands that the server has not answered. */
  readonly waiting: number
  readonly notKept: NotKept | null
  /** It has taken longer than one would wonder about. */
  readonly slow: boolean
}

/** What may be said of one's work; "quiet" while it is only just on its way. */
export function syncOf({ state, safety, ready, waiting, notKept, slow }: Known): Sync {
  const lost = notKept ?? (safety === "full" || safety === "no-storage" ? safety : null)
  const isSent = safety === "saved" && waiting === 0
  if (state === "refused") return { state: "closed", kept: lost === null }
  const isHere = lost === null && safety !== "keeping"
  if (isHere && (state === "full" || state === "not-taken")) return { state: "untaken", because: state }
  if (!ready) return slow ? { state: "opening", offline: state === "offline" } : { state: "quiet" }
  if (isSent) return { state: "saved", offline: slow && state === "offline" }
  if (!slow) return { state: "quiet" }
  if (lost) return { state: "lost", because: lost }
  if (safety === "keeping") return { state: "quiet" }
  return { state: "here", offline: state !== "synced", waiting }
}
