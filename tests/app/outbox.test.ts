import { describe, expect, it } from "vitest"
import type { Device } from "../../app/_device/device"
import { memoryDevice } from "../../app/_device/memoryDevice"
import { ask, Problem } from "../../app/_sync/api"
import { type Command, createOutbox } from "../../app/_sync/outbox"

const command = (key: string, passage = "p1", method: Command["method"] = "POST"): Command => ({
  key,
  method,
  path: "/hand-ins",
  body: { passage, key },
  madeAt: "",
})

/** A browser of Ana's, whose line is down until it is said what the server answers. */
function browser(device: Device = { ...memoryDevice("ana"), lasts: true }) {
  let answer: () => unknown = () => {
    throw new Problem("offline", 0, {})
  }
  const posted: unknown[] = []
  const asked: unknown[] = []
  const send = async (_method: string, _path: string, body?: unknown, options?: unknown) => {
    const answered = answer()
    posted.push((body as { key: string }).key)
    asked.push(options)
    return answered
  }
  const tab = async () => {
    const heard: unknown[] = []
    const sent = (told: Command, answered: unknown) => void heard.push([told.key, answered])
    const outbox = createOutbox({ device, sent, send: send as typeof ask })
    await outbox.readAgain()
    return { ...outbox, heard, keys: () => outbox.read().waiting.map(({ key }) => key) }
  }
  return {
    tab,
    posted,
    asked,
    answers: (next: () => unknown) => {
      answer = next
    },
  }
}

const refuse = (code: string, status: number) => () => {
  throw new Problem(code, status, {})
}

describe("what waits on a device to be sent", () => {
  it("[S23] is kept over a closed tab, in the order it was made, whatever another tab keeps beside it", async () => {
    const { tab, answers, posted } = browser()
    const [one, other] = [await tab(), await tab()]
    one.add(command("k1"))
    await one.flush()
    other.add(command("k2"))
    await other.flush()
    expect(posted).toEqual([])
    answers(() => ({}))
    const later = await tab()
    expect(later.keys()).toEqual(["k1", "k2"])
    await later.flush()
    expect(posted).toEqual(["k1", "k2"])
    expect((await tab()).keys()).toEqual([])
  })

  it("[S20] [S23] is sent only once it is kept, so that no later window sends it again", async () => {
    const shelf: Device = { ...memoryDevice("ana"), lasts: true }
    let keep = () => {}
    const room = new Promise<void>((resolve) => {
      keep = resolve
    })
    const slow: Device = { ...shelf, add: (...given) => room.then(() => shelf.add(...given)) }
    const { tab, answers, posted } = browser(slow)
    await shelf.add("commands", { command: command("k0", "p0") })
    const one = await tab()
    answers(() => {
      if (posted.length === 0) one.add(command("k1"))
      return {}
    })
    const flushed = one.flush()
    await new Promise((resolve) => setTimeout(resolve))
    expect(posted).toEqual(["k0"])
    keep()
    await flushed
    expect(posted).toEqual(["k0", "k1"])
    expect(await shelf.all("commands")).toEqual([])
  })

  it("[S23] is shown as answered where another tab has sent it", async () => {
    const { tab, answers } = browser()
    const [one, other] = [await tab(), await tab()]
    one.add(command("k1"))
    await one.flush()
    answers(() => ({ revision: 1 }))
    await other.flush()
    expect(other.heard).toEqual([["k1", { revision: 1 }]])
    expect(one.keys()).toEqual(["k1"])
    await one.readAgain()
    expect(one.keys()).toEqual([])
    expect(one.heard).toEqual([["k1", undefined]])
  })

  it.each([
    ["no line", "offline", 0],
    ["a server in trouble", "internal", 503],
    ["a server too busy", "too-many-attempts", 429],
    ["a session that has ended", "not-signed-in", 401],
  ])("[S24] waits over %s, and is refused by nobody", async (_, code, status) => {
    const { tab, answers } = browser()
    const { add, flush, read, keys } = await tab()
    answers(refuse(code, status))
    add(command("k1"))
    await flush()
    expect(read()).toMatchObject({ refused: [] })
    expect(keys()).toEqual(["k1"])
    answers(refuse("already-revealed", 409))
    await flush()
    expect(read()).toMatchObject({ waiting: [], refused: [{ key: "k1", code: "already-revealed" }] })
  })

  it("[S25] a refusal sets aside what was meant to come after it, and nothing else; all of it stays to be read", async () => {
    const { tab, answers, posted } = browser()
    const { add, flush } = await tab()
    add(command("k1", "p1"))
    add(command("k2", "p1", "DELETE"))
    add(command("k3", "p2"))
    await flush()
    let first = true
    answers(() => {
      if (!first) return {}
      first = false
      throw new Problem("other-revision", 409, { revision: 4 })
    })
    await flush()
    expect(posted).toEqual(["k3"])
    const { read, forgetRefused } = await tab()
    expect(read().refused.map(({ key, code }) => [key, code])).toEqual([
      ["k1", "other-revision"],
      ["k2", "other-revision"],
    ])
    await forgetRefused("k1")
    expect((await tab()).read().refused.map(({ key }) => key)).toEqual(["k2"])
  })

  it("[S26] names who made it, so that it never counts as somebody else's", async () => {
    const { tab, answers, asked } = browser()
    answers(() => ({}))
    const { add, flush } = await tab()
    add(command("k1"))
    await flush()
    expect(asked).toEqual([{ as: "ana" }])
  })

  it("[S21] says that it is in this window alone where the device keeps nothing, and is sent all the same", async () => {
    const { tab, answers, posted } = browser(memoryDevice("ana"))
    const { add, flush, read } = await tab()
    add(command("k1"))
    await flush()
    expect(read().notKept).toBe("no-storage")
    expect((await browser().tab()).read().notKept).toBe(null)
    answers(() => ({}))
    await flush()
    expect(posted).toEqual(["k1"])
    expect(read()).toEqual({ waiting: [], refused: [], notKept: null })
  })

  it("[S21] says that it is in this window alone where the device is full", async () => {
    const full = {
      ...memoryDevice("ana"),
      lasts: true,
      add: () => Promise.reject(new DOMException("", "QuotaExceededError")),
    }
    const { add, flush, read } = await browser(full).tab()
    add(command("k1"))
    await flush()
    expect(read()).toMatchObject({ waiting: [{ key: "k1" }], notKept: "full" })
  })
})

describe("an answer of the API", () => {
  const answered = async (response: Response) => {
    const before = globalThis.fetch
    globalThis.fetch = async () => response
    try {
      return await ask("POST", "/x", {}).catch((problem: Problem) => [problem.code, problem.status])
    } finally {
      globalThis.fetch = before
    }
  }
  const page = { headers: { "content-type": "text/html" } }

  it("[S24] is only what our server says: a portal's page is no answer, whatever its status", async () => {
    expect(await answered(Response.json({ revision: 1 }, { status: 201 }))).toEqual({ revision: 1 })
    expect(await answered(new Response("<p>Welcome to the Wi-Fi of the hotel", page))).toEqual(["offline", 0])
    expect(await answered(new Response("<p>Pay first", { ...page, status: 402 }))).toEqual(["offline", 0])
    expect(await answered(new Response("<p>Bad gateway", { ...page, status: 502 }))).toEqual(["offline", 502])
  })

  it("[S24] that is cut off on its way is no answer", async () => {
    const cut = new Response('{"revision":', { headers: { "content-type": "application/json" } })
    expect(await answered(cut)).toEqual(["offline", 0])
  })
})
