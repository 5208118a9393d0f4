import type { Clip, MemberId } from "./model"
import type { GroupId } from "./reading"

/**
 * A shared play head: at server time `atMs` it stood at `positionMs` and moved at `rate`, or not at all. Each of the
 * two publishes the last one they set; the latest of them holds for both (R-rules on listening).
 */
export interface PlayHead {
  readonly flag: GroupId
  readonly clip: Clip
  readonly playing: boolean
  readonly positionMs: number
  readonly rate: number
  readonly atMs: number
  /** One more than any seen when it was set. */
  readonly turn: number
  readonly by: MemberId
}

/** The play head that holds: the highest turn; of two set at the same moment, the one of the lesser id. */
export function latest(heads: readonly PlayHead[]): PlayHead | null {
  return heads.reduce<PlayHead | null>(
    (best, head) =>
      !best || head.turn > best.turn || (head.turn === best.turn && head.by < best.by) ? head : best,
    null,
  )
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

/** Reads a play head that came from another device; null when it is none. */
export function readPlayHead(value: unknown): PlayHead | null {
  if (typeof value !== "object" || value === null) return null
  const head = value as PlayHead
  const numbers = [head.clip?.startMs, head.clip?.endMs, head.positionMs, head.rate, head.atMs, head.turn]
  if (!numbers.every((number) => typeof number === "number" && Number.isFinite(number))) return null
  if (typeof head.flag !== "string" || typeof head.by !== "string" || typeof head.playing !== "boolean")
    return null
  return head.rate >= 0.25 && head.rate <= 4 && head.clip.endMs > head.clip.startMs ? head : null
}

export type Correction =
  | { readonly kind: "none" }
  /** Play a little faster or slower until in step. */
  | { readonly kind: "drift"; readonly rate: number }
  | { readonly kind: "jump"; readonly toMs: number }

const IN_STEP_MS = 40
const JUMP_MS = 350

/** How a device that stands at `positionMs` comes to where the head is, without a jump the ear would notice. */
export function correctionFor(positionMs: number, targetMs: number, rate: number): Correction {
  const behind = targetMs - positionMs
  if (Math.abs(behind) <= IN_STEP_MS) return { kind: "none" }
  if (Math.abs(behind) >= JUMP_MS) return { kind: "jump", toMs: targetMs }
  return { kind: "drift", rate: rate * (behind > 0 ? 1.08 : 0.92) }
}
