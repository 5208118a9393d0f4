import type { Page } from "@playwright/test"

/** Scrolls from the first word to the last, half a window a frame; answers how long each frame took. */
export async function scrollThrough(page: Page, scrolled: string): Promise<number[]> {
  return page.evaluate(async (scrolled) => {
    const scroller = document.querySelector<HTMLElement>(scrolled)!
    scroller.scrollTop = 0
    const frame = () =>
      new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("no frame for half a minute")), 30_000)
        requestAnimationFrame((now) => {
          clearTimeout(timer)
          resolve(now)
        })
      })
    const frames: number[] = []
    let before = await frame()
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      scroller.scrollTop += 400
      const now = await frame()
      frames.push(now - before)
      before = now
    }
    return frames
  }, scrolled)
}
