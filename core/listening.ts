import type { Clip, Id, MemberId } from "./model"
import type { GroupId } from "./reading"

export type ListeningId = Id<"listening">

/**
 * A shared play head: at server time `atMs` it stood at `positionMs` and moved at `rate`, or not at all. Everyone who
 * follows it publishes it, so that it outlives whoever set it; the latest of all holds.
 */
export interface PlayHead {
  /** The same from the first press to the last pause: whoever left it is not called back by a later one. */
  readonly listening: ListeningId
  readonly flag: GroupId
  readonly clip: Clip
  readonly playing: boolean
  readonly positionMs: number
  readonly rate: number
  readonly atMs: number
  /** One more than any seen when it was set. */
  readonly turn: number
  /** Who set it, also where someone else passes it on. */
  readonly by: MemberId
}

/** The play head that holds: the highest turn; of two set at once the one of the lesser member, then the later. */
export function latest(heads: readonly PlayHead[]): PlayHead | null {
  return heads.reduce<PlayHead | null>((best, head) => (best && !holdsOver(head, best) ? best : head), null)
}

function holdsOver(head: PlayHead, other: PlayHead): boolean {
  if (head.turn !== other.turn) return head.turn > other.turn
  if (head.by !== other.by) return head.by < other.by
  return head.atMs > other.atMs
}

export function sameHead(one: PlayHead | null, other: PlayHead | null): boolean {
  if (!one || !other) return one === other
  return one.turn === other.turn && one.by === other.by && one.atMs === other.atMs
}

/** Where the head stands at a server time: inside the clip, at its end once it has been played. */
export function positionAt(head: PlayHead, nowMs: number): number {
  const moved = head.playing ? Math.max(0, nowMs - head.atMs) * head.rate : 0
  return Math.min(head.clip.endMs, head.positionMs + moved)
}

/** Whether it still moves at a server time. */
export function isMoving(head: PlayHead, nowMs: number): boolean {
  return head.playing && positionAt(head, nowMs) < head.clip.endMs
}

/** What a press changes; whatever is not named goes on from where the head stands. */
export type Press = Partial<Pick<PlayHead, "playing" | "positionMs" | "rate">>

/** The head after a press at a server time. Positions stay inside the clip; play at its end begins again. */
export function pressed(head: PlayHead, press: Press, by: MemberId, nowMs: number): PlayHead {
  const stands = positionAt(head, nowMs)
  const { startMs, endMs } = head.clip
  const isOver = stands >= endMs
  const from = press.positionMs ?? (press.playing && isOver ? startMs : stands)
  const positionMs = Math.min(endMs, Math.max(startMs, from))
  return { ...head, ...press, positionMs, by, atMs: nowMs, turn: head.turn + 1 }
}

/** Reads a play head that came from another device; null when it is none. */
export function readPlayHead(value: unknown): PlayHead | null {
  if (typeof value !== "object" || value === null) return null
  const { listening, flag, clip, playing, positionMs, rate, atMs, turn, by } = value as PlayHead
  const numbers = [clip?.startMs, clip?.endMs, positionMs, rate, atMs, turn]
  if (!numbers.every((number) => Number.isFinite(number))) return null
  if (typeof listening !== "string" || typeof flag !== "string" || typeof by !== "string") return null
  if (typeof playing !== "boolean" || rate < 0.25 || rate > 4 || clip.endMs <= clip.startMs) return null
  if (positionMs < clip.startMs || positionMs > clip.endMs) return null
  return { listening, flag, clip, playing, positionMs, rate, atMs, turn, by }
}

export type Correction =
  | { readonly kind: "none" }
  /** Play a little faster or slower until in step. */
  | { readonly kind: "drift"; readonly rate: number }
  | { readonly kind: "jump"; readonly toMs: number }

const IN_STEP_MS = 40
const JUMP_MS = 250

/** How a device that stands at `positionMs` comes to where the head is, without a jump the ear would notice. */
export function correctionFor(positionMs: number, targetMs: number, rate: number): Correction {
  const behind = targetMs - positionMs
  if (Math.abs(behind) <= IN_STEP_MS) return { kind: "none" }
  if (Math.abs(behind) >= JUMP_MS) return { kind: "jump", toMs: targetMs }
  return { kind: "drift", rate: rate * (behind > 0 ? 1.08 : 0.92) }
}

// ------------------------------------------------------------------ what was heard

/** The stretches of a clip that have sounded, in their order, none touching another. */
export type Heard = readonly Clip[]

/** Adds a stretch that has just sounded. */
export function hear(heard: Heard, stretch: Clip): Heard {
  if (stretch.endMs <= stretch.startMs) return heard
  const apart = (other: Clip) => other.endMs < stretch.startMs || other.startMs > stretch.endMs
  const joined = heard.filter((other) => !apart(other)).concat(stretch)
  const one = {
    startMs: Math.min(...joined.map((each) => each.startMs)),
    endMs: Math.max(...joined.map((each) => each.endMs)),
  }
  return [...heard.filter(apart), one].sort((a, b) => a.startMs - b.startMs)
}

/** How much of a clip has sounded: what was heard twice counts once. */
export function heardMsOf(heard: Heard, clip: Clip): number {
  const within = heard.map((each) => Math.min(each.endMs, clip.endMs) - Math.max(each.startMs, clip.startMs))
  return Math.round(within.reduce((sum, ms) => sum + Math.max(0, ms), 0))
}

const SHARE_HEARD = 0.6
const END_MS = 250

/** Whether a clip counts as listened to: most of it has sounded, or it was heard to its end. */
export function isListenedTo(heard: Heard, clip: Clip): boolean {
  const most = heardMsOf(heard, clip) >= SHARE_HEARD * (clip.endMs - clip.startMs)
  return most || heard.some((each) => each.endMs >= clip.endMs - END_MS && each.startMs < clip.endMs)
}
