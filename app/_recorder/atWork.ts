/** Which recordings are being made now, in whatever tab: nobody else is to take them for unfinished ones. */
const nameOf = (id: string) => `binome-recording-${id}`

/**
 * Takes a recording for this tab, `alone` to change it or `together` to read it; answers the way to let go of it, or null
 * while another tab is at it. A browser without such locks refuses nobody.
 */
export function workOn(id: string, how: "alone" | "together" = "alone"): Promise<(() => void) | null> {
  const { locks } = navigator
  if (!locks) return Promise.resolve(() => {})
  const mode = how === "alone" ? "exclusive" : "shared"
  return new Promise((answer) => {
    locks
      .request(nameOf(id), { ifAvailable: true, mode }, (lock) => {
        if (!lock) return answer(null)
        return new Promise<void>((end) => answer(end))
      })
      .catch(() => answer(() => {}))
  })
}

/** Whether some tab is changing it. */
export async function isAtWork(id: string): Promise<boolean> {
  const locks = await navigator.locks?.query().catch(() => null)
  return locks?.held?.some(({ name, mode }) => name === nameOf(id) && mode === "exclusive") ?? false
}

/** Keeps the screen awake; answers the way to let it sleep. */
export function stayAwake(): () => void {
  let isOver = false
  let lock: WakeLockSentinel | null = null
  const ask = async () => {
    if (isOver || document.hidden) return
    lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null
    if (isOver) void lock?.release()
  }
  void ask()
  // The browser lets go of it whenever the page is hidden.
  document.addEventListener("visibilitychange", ask)
  return () => {
    isOver = true
    document.removeEventListener("visibilitychange", ask)
    void lock?.release().catch(() => {})
  }
}

/** How many minutes of sound this device has room for; null where it does not say. */
export async function minutesLeft(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate().catch(() => null)) ?? {}
  if (quota === undefined || usage === undefined) return null
  return Math.floor((quota - usage) / BYTES_A_MINUTE)
}

/** Of 64 kbit/s, and it has to stand twice: as it comes, and while it is put together. */
const BYTES_A_MINUTE = 2 * 480_000
