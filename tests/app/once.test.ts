import { describe, expect, it } from "vitest"
import { Problem } from "../../app/_sync/api"
import { createOnce } from "../../app/_sync/useOnce"

const lost = () => Promise.reject(new Problem("offline", 0, {}))
const refused = () => Promise.reject(new Problem("stale-revision", 409, {}))

describe("[S56] what is sent", () => {
  it("goes again under the same key until it is answered, and then under another", async () => {
    const once = createOnce(new Map(), null, new Map())
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

  it("goes again under the same key from a form that was closed and opened again, until its place stands otherwise", async () => {
    const everywhere = new Map<string, string>()
    const form = (of: string, revision: number, here = new Map<string, string>()) => {
      const once = createOnce(here, { of, revision }, everywhere)
      return async (answer: () => Promise<unknown>) => {
        let sent = ""
        await once({ verdict: "both" }, (key) => {
          sent = key
          return answer()
        }).catch(() => {})
        return sent
      }
    }
    const first = await form("flag", 1)(lost)
    expect(await form("flag", 1)(lost)).toBe(first)
    expect(await form("another", 1)(lost)).not.toBe(first)
    // It came of it, and was seen: whoever says it again means it.
    expect(await form("flag", 2)(lost)).not.toBe(first)
    // A form that has stayed open asks on.
    const here = new Map<string, string>()
    const open = await form("open", 1, here)(lost)
    expect(await form("open", 2, here)(lost)).toBe(open)
    // What was answered is over for all forms.
    expect(await form("open", 2, here)(() => Promise.resolve())).toBe(open)
    for (const revision of [1, 2]) expect(await form("open", revision)(lost)).not.toBe(open)
  })
})
