/** Which recordings are being made now, in whatever tab: nobody else is to take them for unfinished ones. */
const nameOf = (id: string) => `binome-recording-${id}`

/** Says that this tab is at a recording; answers the way to end that. */
export function workOn(id: string): () => void {
  let end = () => {}
  const until = new Promise<void>((resolve) => {
    end = resolve
  })
  void navigator.locks?.request(nameOf(id), () => until).catch(() => {})
  return end
}

export async function isAtWork(id: string): Promise<boolean> {
  const locks = await navigator.locks?.query().catch(() => null)
  return locks?.held?.some(({ name }) => name === nameOf(id)) ?? false
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
