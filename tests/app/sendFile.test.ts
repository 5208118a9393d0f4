import { afterEach, describe, expect, it, vi } from "vitest"
import { LEAST_PIECE, nextPiece, patienceMs } from "../../app/_sending/pieces"
import { type Course, type Line, sendFile } from "../../app/_sending/sendFile"
import { Problem } from "../../app/_sync/api"
import { upload } from "../../app/_sync/upload"

const MB = 1024 ** 2
const all = Uint8Array.from({ length: MB }, (_, at) => (at * 7 + (at >> 8)) % 251)
const file = (bytes: number) => new Blob([all.subarray(0, bytes)])
const offline = () => new Problem("offline", 0, {})

/** A server with a line to it: what happens to each piece is said beforehand; afterwards all arrive. */
function lineWith(...fates: readonly ("lost" | "half" | "unheard" | "gone" | Problem)[]) {
  const left = [...fates]
  let kept: Uint8Array<ArrayBuffer> = new Uint8Array()
  let begun = 0
  let time = 0
  const waits: number[] = []
  const offsets: number[] = []
  let pressed = () => {}
  const put = async (id: string, offset: number, piece: Blob) => {
    offsets.push(offset)
    time += 2_000
    if (id !== `upload ${begun}`) throw new Problem("not-found", 404, {})
    if (offset !== kept.length) throw new Problem("other-offset", 409, { offset: kept.length })
    const bytes = new Uint8Array(await piece.arrayBuffer())
    const fate = left.shift()
    if (fate === "gone") {
      kept = new Uint8Array()
      begun++
      throw new Problem("not-found", 404, {})
    }
    if (fate === "lost") throw offline()
    if (fate instanceof Problem) throw fate
    const came = fate === "half" ? bytes.subarray(0, bytes.length / 2) : bytes
    kept = new Uint8Array(Buffer.concat([kept, came]))
    if (fate) throw offline()
    return { id, received: kept.length }
  }
  const line: Line = {
    begin: async () => {
      begun ||= 1
      return { id: `upload ${begun}`, received: kept.length }
    },
    put: (...piece) => {
      const broken = new Promise<never>((_, reject) => {
        pressed = () => reject(new Problem("cancelled", 0, {}))
      })
      return { answer: Promise.race([put(...piece), broken]), cancel: () => pressed() }
    },
    drop: async () => {
      kept = new Uint8Array()
    },
    wait: async (ms) => void waits.push(ms),
    now: () => time,
  }
  return { line, kept: () => kept, waits, offsets }
}

async function sent(blob: Blob, line: Line) {
  const courses: Course[] = []
  const id = await sendFile(blob, line, (course) => courses.push(course)).answer
  return { id, courses }
}
const isWhole = (kept: Uint8Array) => Buffer.compare(kept, all) === 0

describe("[S90] a file over a line that breaks", () => {
  it("arrives whole and in order, and says at each moment what the server has", async () => {
    const blob = file(MB)
    const server = lineWith()
    const { id, courses } = await sent(blob, server.line)
    expect(id).toBe("upload 1")
    expect(isWhole(server.kept())).toBe(true)
    expect(courses.map(({ received }) => received)).toEqual([0, 1, 2, 3].map((quarter) => (quarter * MB) / 4))
    expect(server.waits).toEqual([])
  })

  it("arrives whole whatever is lost: a piece, half of one, the answer", async () => {
    const blob = file(MB)
    for (const fates of [
      ["lost", "half", "unheard", "lost"],
      ["half", "half", "lost", "lost", "unheard"],
    ] as const) {
      const server = lineWith(...fates)
      const { courses } = await sent(blob, server.line)
      expect(isWhole(server.kept())).toBe(true)
      expect(courses.filter(({ is }) => is === "waiting")).toHaveLength(fates.length)
      // It never said more than was there: no number goes back.
      const said = courses.map(({ received }) => received)
      expect(said).toEqual([...said].sort((a, b) => a - b))
    }
  })

  it("goes on where another page left it", async () => {
    const blob = file(MB)
    const server = lineWith()
    const first = sendFile(blob, server.line, ({ received }) => received > 0 && first.leave())
    await expect(first.answer).rejects.toMatchObject({ code: "cancelled" })
    const left = server.kept().length
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(MB)
    await sent(blob, server.line)
    expect(isWhole(server.kept())).toBe(true)
    expect(server.offsets.filter((offset) => offset === 0)).toHaveLength(1)
  })

  it("begins anew where the server has forgotten it, and not for ever", async () => {
    const blob = file(MB)
    const server = lineWith("unheard", "gone")
    expect((await sent(blob, server.line)).id).toBe("upload 2")
    expect(isWhole(server.kept())).toBe(true)
    await expect(sent(blob, lineWith("gone", "gone", "gone", "gone").line)).rejects.toMatchObject({
      code: "not-found",
    })
  })

  it("waits longer each time, and as long as it is told to", async () => {
    const server = lineWith("lost", "lost", "lost", new Problem("too-many-requests", 429, { retryAfter: 60 }))
    await sent(file(10), server.line)
    expect(server.waits).toEqual([1_000, 2_000, 4_000, 60_000])
    expect(patienceMs(40)).toBe(30_000)
  })

  it.each(["unknown-recording", "too-large", "not-allowed"])(
    "gives up on what cannot be helped: %s",
    async (code) => {
      await expect(sent(file(10), lineWith(new Problem(code, 422, {})).line)).rejects.toMatchObject({ code })
    },
  )

  it("gives up where the session has ended, which the same file goes on from", async () => {
    const server = lineWith("unheard", new Problem("not-signed-in", 401, {}))
    await expect(sent(file(MB), server.line)).rejects.toMatchObject({ code: "not-signed-in" })
    await sent(file(MB), server.line)
    expect(isWhole(server.kept())).toBe(true)
  })

  it("waits for a disk that was full in the middle, and not for one that has no room for the file", async () => {
    const full = () => new Problem("not-saved", 503, {})
    const server = lineWith("unheard", full())
    await sent(file(MB), server.line)
    expect(isWhole(server.kept())).toBe(true)
    const begin = () => Promise.reject(full())
    await expect(sent(file(MB), { ...server.line, begin })).rejects.toMatchObject({ code: "not-saved" })
  })

  it("pauses until it is told to go on", async () => {
    const server = lineWith()
    const courses: Course["is"][] = []
    const sending = sendFile(file(MB), server.line, ({ is, received }) => {
      courses.push(is)
      if (received > 0 && !courses.includes("paused")) sending.pause()
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(courses.at(-1)).toBe("paused")
    const there = server.kept().length
    expect(there).toBeLessThan(MB)
    sending.goOn()
    await sending.answer
    expect(isWhole(server.kept())).toBe(true)
  })

  it("has the server forget what is given up", async () => {
    const server = lineWith()
    const sending = sendFile(file(MB), server.line, ({ received }) => received > 0 && void sending.drop())
    await expect(sending.answer).rejects.toMatchObject({ code: "cancelled" })
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(server.kept()).toHaveLength(0)
  })
})

describe("a line that says nothing any more", () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it("counts as broken after a while without a byte or an answer, and not while bytes go", async () => {
    vi.useFakeTimers()
    const told = vi.fn()
    class Request {
      static last: Request
      readonly upload = { onprogress: (_: { loaded: number; total: number }) => {} }
      onabort = () => {}
      onloadend = () => {}
      constructor() {
        Request.last = this
      }
      open() {}
      setRequestHeader() {}
      send() {}
      abort() {
        this.onabort()
        this.onloadend()
      }
    }
    vi.stubGlobal("XMLHttpRequest", Request)
    const { answer } = upload("PATCH", "/", new Blob(), { silentMs: 1_000 })
    answer.catch(told)
    for (let loaded = 1; loaded < 5; loaded++) {
      await vi.advanceTimersByTimeAsync(900)
      Request.last.upload.onprogress({ loaded, total: 5 })
    }
    expect(told).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_001)
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ code: "offline" }))
    const stopped = upload("PATCH", "/", new Blob(), { silentMs: 1_000 })
    stopped.cancel()
    await expect(stopped.answer).rejects.toMatchObject({ code: "cancelled" })
  })
})

describe("how much goes at once", () => {
  it("is what the line carries in two seconds, found by doubling and halving", () => {
    expect(nextPiece(MB, 2_000)).toBe(MB)
    expect(nextPiece(MB, 100)).toBe(2 * MB)
    expect(nextPiece(MB, 60_000)).toBe(MB / 2)
    expect(nextPiece(MB, 0)).toBe(2 * MB)
    expect(nextPiece(LEAST_PIECE, 60_000)).toBe(LEAST_PIECE)
    expect(nextPiece(8 * MB, 100)).toBe(8 * MB)
  })
})
