/** Waits; ends early when the browser hears of a line. */
export function untilOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener("online", end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    addEventListener("online", end)
  })
}
