import { describe, expect, it } from "vitest"
import { Problem } from "../../app/_sync/api"
import { createOnce } from "../../app/_sync/useOnce"

const lost = () => Promise.reject(new Problem("offline", 0, {}))
const refused = () => Promise.reject(new Problem("stale-revision", 409, {}))

describe("[S56] what is sent", () => {
  it("goes again under the same key until it is answered, and then under another", async () => {
    const once = createOnce()
    const keys: string[] = []
    const send = (answer: () => Promise<unknown>, said: object = { verdict: "both" }) =>
      once(said, (key) => {
        keys.push(key)
        return answer()
      }).catch(() => {})
    await send(lost)
    await send(lost)
    await send(lost, { verdict: "neither" })
    await send(refused)
    await send(() => Promise.resolve())
    await send(() => Promise.resolve())
    const [first, again, other, third, afterRefusal, afterAnswer] = keys
    expect([again, third]).toEqual([first, first])
    expect(new Set([first, other, afterRefusal, afterAnswer]).size).toBe(4)
  })
})
