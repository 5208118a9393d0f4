import { isNoAnswer, Problem } from "../../../_sync/api"
import { untilOnline } from "../../../_sync/untilOnline"

/** Asks again where nobody answers: the same under the same key, so that it counts once. */
export interface Patience {
  /** `line`: no line, or a server in trouble; `sign-in`: the session ended, and somebody may sign in in another tab. */
  readonly waitsFor: "line" | "sign-in" | null
  /** Until there is an answer, be it a refusal. */
  readonly untilAnswered: <T>(send: () => Promise<T>) => Promise<T>
  /** For a few seconds. */
  readonly aWhile: <T>(send: () => Promise<T>) => Promise<T>
}

const PAUSES_MS = [1_000, 3_000, 9_000]
const EACH_MS = 5_000

/** `told` of what is waited for, whenever that changes. */
export function createPatience(
  told: (waitsFor: Patience["waitsFor"]) => void,
  pause: (ms: number) => Promise<void> = untilOnline,
): Patience {
  let waitsFor: Patience["waitsFor"] = null
  const wait = (next: Patience["waitsFor"]) => {
    if (next !== waitsFor) told(next)
    waitsFor = next
  }
  async function again<T>(send: () => Promise<T>, most: number): Promise<T> {
    for (let time = 0; ; time++) {
      try {
        return await send()
      } catch (error) {
        if (!(error instanceof Problem) || !isNoAnswer(error) || time >= most) throw error
        wait(error.status === 401 ? "sign-in" : "line")
        await pause(PAUSES_MS[time] ?? EACH_MS)
      }
    }
  }
  const patiently =
    (most: number) =>
    <T>(send: () => Promise<T>) =>
      again(send, most).finally(() => wait(null))
  return {
    get waitsFor() {
      return waitsFor
    },
    untilAnswered: patiently(Number.POSITIVE_INFINITY),
    aWhile: patiently(PAUSES_MS.length),
  }
}
