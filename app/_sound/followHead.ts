import { correctionFor, isMoving, type PlayHead, positionAt } from "../../core/listening"
import type { Clip } from "../../core/model"
import type { SharedClock } from "./clock"

interface Told {
  /** The browser wants a press on this device before it plays. */
  readonly blocked: () => void
  /** This stretch has just sounded here. */
  readonly sounding: (stretch: Clip) => void
}

const STEP_MS = 60
/** Longer than a step can be, shorter than a seek anybody makes. */
const MOST_STEP_MS = 1_500
const EXACT_MS = 20
const MOST_LEAD_MS = 600

/** Keeps an audio element where a shared play head stands, until the remover it answers is called. */
export function followHead(
  element: HTMLAudioElement,
  head: PlayHead,
  clock: () => SharedClock,
  told: Told,
): () => void {
  let sounded: number | null = null
  let isBlocked = false
  let seek = { beganAt: 0, costMs: 0 }

  const onSeeked = () => {
    if (seek.beganAt > 0)
      seek = { beganAt: 0, costMs: Math.min(MOST_LEAD_MS, performance.now() - seek.beganAt) }
  }
  const seekTo = (ms: number) => {
    seek = { ...seek, beganAt: performance.now() }
    element.currentTime = Math.max(0, ms) / 1000
  }
  const noteSound = (here: number) => {
    const passed = sounded === null ? 0 : here - sounded
    if (!element.seeking && passed > 0 && passed < MOST_STEP_MS)
      told.sounding({ startMs: here - passed, endMs: here })
    sounded = element.paused || element.seeking ? null : here
  }
  const step = () => {
    const now = clock().now()
    const target = positionAt(head, now)
    const here = element.currentTime * 1000
    noteSound(here)
    if (!isMoving(head, now)) {
      if (!element.paused) element.pause()
      if (Math.abs(here - target) > EXACT_MS && !element.seeking) seekTo(target)
      return
    }
    if (element.ended && target >= element.duration * 1000 - EXACT_MS) return
    if (element.paused) {
      if (isBlocked) return
      element.playbackRate = head.rate
      if (Math.abs(here - target) > EXACT_MS) seekTo(target + seek.costMs * head.rate)
      element.play().catch((error: unknown) => {
        // Whoever paused meanwhile interrupts the promise: that is no refusal.
        if ((error as DOMException).name !== "NotAllowedError") return
        isBlocked = true
        told.blocked()
      })
      return
    }
    // A correction while it looks for its place would only make it look again.
    if (element.seeking || element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return
    const correction = correctionFor(here, target, head.rate)
    if (correction.kind === "jump") seekTo(correction.toMs + seek.costMs * head.rate)
    element.playbackRate = correction.kind === "drift" ? correction.rate : head.rate
  }

  element.addEventListener("seeked", onSeeked)
  step()
  const timer = setInterval(step, STEP_MS)
  return () => {
    clearInterval(timer)
    element.removeEventListener("seeked", onSeeked)
    noteSound(element.currentTime * 1000)
  }
}
