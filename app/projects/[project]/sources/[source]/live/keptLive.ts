import type { ClockOffset } from "../../../../../../core/eventClock"
import type { MemberId } from "../../../../../../core/model"

/** What the page of live notes needs to know of its source, with a network or without. */
export interface LiveAbout {
  readonly source: string
  readonly title: string
  readonly project: string
  readonly projectName: string
  readonly account: { readonly id: MemberId; readonly name: string; readonly email: string }
  readonly people: readonly { readonly id: MemberId; readonly name: string }[]
  readonly recording: { readonly durationMs: number | null } | null
  /** False from when they are closed to who only observes. */
  readonly writes: boolean
  /** For who may close them to those who only observe; null for all others. */
  readonly closing: { readonly isClosed: boolean } | null
  /** Whether one may give the source its recording. */
  readonly records: boolean
  /** The other sources of the project that one may record for. */
  readonly others?: readonly { readonly id: string; readonly title: string }[]
}

/** How far this device's wall clock was from the server's when somebody last asked. */
export type KeptOffset = Pick<ClockOffset, "wall" | "errorMs">

/** The page of an event as this device keeps it (`liveAt` on the shelf `desks`); its notes are a copy of their room. */
export interface KeptLive extends LiveAbout {
  readonly kind: "live"
  readonly offset: KeptOffset | null
}

export function isKeptLive(value: unknown): value is KeptLive {
  return (value as Partial<KeptLive>).kind === "live"
}
