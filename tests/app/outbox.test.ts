import { describe, expect, it } from "vitest"
import { Problem } from "../../app/_sync/api"
import { type Command, createOutbox } from "../../app/_sync/outbox"

const command = (key: string, passage: string): Command => ({
  key,
  method: "POST",
  path: "/hand-ins",
  body: { passage },
  madeAt: "",
})

function device() {
  const kept = new Map<string, string>()
  let online = false
  const posted: unknown[] = []
  const send = async (_method: string, _path: string, body?: unknown) => {
    if (!online) throw new Problem("offline", 0, {})
    posted.push((body as { passage: string }).passage)
    return {}
  }
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  return {
    posted,
    connect: () => {
      online = true
    },
    tab: () => createOutbox("ana", storage, () => {}, send as typeof import("../../app/_sync/api").ask),
  }
}

describe("what waits on a device to be sent", () => {
  it("is kept over a closed tab, whatever another tab keeps beside it", async () => {
    const { tab, connect, posted } = device()
    const [one, other] = [tab(), tab()]
    one.add(command("k1", "first"))
    other.add(command("k2", "second"))
    await new Promise((resolve) => setTimeout(resolve))
    connect()
    await tab().flush()
    expect(posted).toEqual(["first", "second"])
  })

  it("is shown as sent where another tab has sent it", async () => {
    const { tab, connect } = device()
    const [one, other] = [tab(), tab()]
    one.add(command("k1", "first"))
    await new Promise((resolve) => setTimeout(resolve))
    other.readAgain()
    expect(other.read().waiting).toHaveLength(1)
    connect()
    await other.flush()
    one.readAgain()
    expect(one.read().waiting).toEqual([])
  })
})
