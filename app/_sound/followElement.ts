const MOVING = ["play", "playing", "pause", "seeking", "seeked", "timeupdate", "ended"] as const

/**
 * Tells where a sound stands, as often as the screen is drawn while it plays; where less motion is asked for, a few
 * times a second. Until the remover it answers is called.
 */
export function followElement(element: HTMLMediaElement, told: (ms: number) => void): () => void {
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  let frame = 0
  const step = () => {
    cancelAnimationFrame(frame)
    told(element.currentTime * 1000)
    if (!element.paused && !isCalm) frame = requestAnimationFrame(step)
  }
  for (const event of MOVING) element.addEventListener(event, step)
  step()
  return () => {
    cancelAnimationFrame(frame)
    for (const event of MOVING) element.removeEventListener(event, step)
  }
}
