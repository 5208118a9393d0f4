"use client"

import type { RoomState } from "../_sync/connect"
import type { Safety } from "../_sync/keepWriting"
import { type Sync, SyncState } from "../_ui/SyncState"
import { useSlow } from "../_ui/useSlow"

interface Props {
  readonly state: RoomState
  readonly safety: Safety
}

/** Where one's words are: on the server, on this device until they are sent, or in this window alone, and why. */
export function RichTextState({ state, safety }: Props) {
  const slow = useSlow(safety !== "saved" || state !== "synced")
  return <SyncState sync={syncOf(state, safety, slow)} reload={() => location.reload()} />
}

/** "quiet" while it is only just on its way. */
export function syncOf(state: RoomState, safety: Safety, slow: boolean): Sync {
  const isLost = safety === "full" || safety === "no-storage"
  if (!isLost && (state === "full" || state === "not-taken")) return { state: "untaken", because: state }
  if (safety === "saved" && (slow || state === "synced"))
    return { state: "saved", offline: state !== "synced" }
  if (!slow || safety === "keeping" || safety === "saved") return { state: "quiet" }
  if (isLost) return { state: "lost", because: safety }
  return { state: "here", offline: state !== "synced", waiting: 0 }
}
