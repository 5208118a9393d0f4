/**
 * Runs `work` at most once at a time. A call made while it runs is answered by a run that begins after the call;
 * all such calls share that one.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  const run = () => {
    running = work().finally(() => {
      running = null
    })
    return running
  }

  return () => {
    if (!running) return run()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return run()
      })
    return next
  }
}
