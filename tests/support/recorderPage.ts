/** Everything a browser receives: the bodies of all answers by address, and the frames of each room. */
import type { Page } from "@playwright/test"

export interface PageRecorder {
  /** What has come so far, by where it came from; empties the recorder. */
  take(): Promise<ReadonlyMap<string, readonly string[]>>
}

/** Makes a page repeat itself: its random numbers come from a seed, its clock stands still. */
export async function repeat(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date("2026-05-03T10:00:00Z"))
  await page.addInitScript(() => {
    let state = 20_260_503
    const draw = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state
    }
    Math.random = () => draw() / 2 ** 32
    crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
      if (array === null) return array
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
      for (let at = 0; at < bytes.length; at++) bytes[at] = draw() >>> 24
      return array
    }
  })
}

export function recordPage(page: Page): PageRecorder {
  const received = new Map<string, string[]>()
  const reading = new Set<Promise<void>>()
  const keep = (from: string, what: string): void => {
    received.set(from, [...(received.get(from) ?? []), what])
  }
  page.on("response", (answer) => {
    const { pathname, searchParams } = new URL(answer.url())
    // Parts of the program, the same for everybody; and what sign-in draws anew for each session.
    if (pathname.startsWith("/_next/static/") || pathname.startsWith("/api/auth/")) return
    // Which pages are fetched ahead, and in how many parts, is a matter of time; each is recorded whole when visited.
    const asked = answer.request().headers()
    if ("next-router-prefetch" in asked || "next-router-segment-prefetch" in asked) return
    const from = searchParams.has("_rsc") ? `${pathname} (again)` : pathname
    const read = answer
      .body()
      .then((body) => {
        const said = withoutNonce(body.toString("latin1"), answer.headers()["content-security-policy"])
        keep(from, `${answer.status()} ${withoutNow(said)}`)
      })
      // Broken off, or a redirect: there is no body.
      .catch(() => {})
      .finally(() => reading.delete(read))
    reading.add(read)
  })
  page.on("websocket", (socket) => {
    const room = new URL(socket.url()).pathname
    socket.on("framereceived", ({ payload }) => {
      const frame = Buffer.from(payload)
      // The beat of a silent line goes by the wall clock; it says nothing (PROTOCOL.md).
      if (!frame.equals(Uint8Array.of(1, 1, 0))) keep(room, frame.toString("latin1"))
    })
  })
  return {
    async take() {
      await Promise.all(reading)
      const taken = new Map(received)
      received.clear()
      return taken
    },
  }
}

/** The word by which an answer knows its own scripts, drawn anew for each. */
function withoutNonce(body: string, policy = ""): string {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return nonce ? body.replaceAll(nonce, "nonce") : body
}

/** What is stamped with the time of day, which no seed repeats. */
function withoutNow(body: string): string {
  const today = new Date().toISOString().slice(0, 10)
  return body.replace(new RegExp(`${today}T[\\d:.]+Z`, "g"), "now").replace(/"now":\d{13}/g, '"now":0')
}
