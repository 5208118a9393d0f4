/**
 * A tool of somebody else's: the stock y-websocket client and the JSON API, by cookie and by personal access token,
 * as DESIGN.md section 9 promises.
 */
import { encode } from "next-auth/jwt"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { WebSocket } from "ws"
import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"
import { textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { readTranscript } from "../../core/ydoc/source"
import { openSession } from "../../server/signIn"
import { askApi } from "../support/api"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let origin: string
let stop: () => Promise<void>
let cookie: string
let token: string
let project: string
let source: string
let [ana, ben] = [] as unknown as [string, string]

beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
  ;[{ id: ana }, { id: ben }] = [await app.person("Ana"), await app.person("Ben")]
  const sid = await openSession(app.services, ana)
  const signed = await encode({ token: { sid }, secret: app.services.env.authSecret! })
  cookie = `next-auth.session-token=${signed}`
  token = (await ask("POST", "/api/tokens", {}, { label: "script" }, { cookie })).secret
  project = (await ask("POST", "/api/projects", {}, { name: "Étude" })).id
  await app.join(project, ben, "coder")
  const form = new FormData()
  form.set("title", "M7")
  form.set("coders", JSON.stringify([ana, ben]))
  form.set("transcript", new File(["Int. : Bonjour ?\nM7 : On hérite de tout cela."], "m7.txt"))
  const made = await fetch(`${origin}/api/projects/${project}/sources`, {
    method: "POST",
    body: form,
    headers: { authorization: `Bearer ${token}` },
  })
  expect(made.headers.get("cache-control")).toBe("private, no-store")
  source = ((await made.json()) as { id: string }).id
}, 60_000)
afterAll(async () => {
  await app.sync.stop()
  await stop()
  await app.close()
})

/** What the API answers to a script; throws when refused. */
async function ask(
  method: string,
  path: string,
  params: Record<string, string> = {},
  body?: unknown,
  headers: Record<string, string> = { authorization: `Bearer ${token}` },
) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await askApi(origin, { method, path, params, headers, ...sent })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${text}`)
  return JSON.parse(text || "null") as any
}

/** The stock client, with nothing of ours but its headers; `frames` are all it heard. */
function connect(room: string, headers: Record<string, string>, params: Record<string, string> = {}) {
  const frames: Uint8Array[] = []
  class WithHeaders extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers })
      this.on("message", (data: Buffer) => frames.push(new Uint8Array(data)))
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/collab`, room, doc, {
    WebSocketPolyfill: WithHeaders as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
  })
  // How a client takes messages of its server's own (PROTOCOL.md).
  provider.messageHandlers[100] = () => {}
  const received = new Promise<"in" | "refused" | number>((resolve) => {
    provider.on("sync", (synced: boolean) => synced && resolve("in"))
    provider.on("connection-close", (event) => event && resolve(event.code))
    provider.on("connection-error", () => resolve("refused"))
  })
  const leave = () => {
    provider.destroy()
    doc.destroy()
  }
  return { doc, frames, received, leave }
}

const received = async (...knocking: Parameters<typeof connect>) => {
  const { received, leave } = connect(...knocking)
  const answer = await received
  leave()
  return answer
}
const bearer = () => ({ authorization: `Bearer ${token}` })

describe("knocking", () => {
  it("[S42] with a cookie needs our own page’s origin; one of another site is refused", async () => {
    expect(await received(`source/${source}`, { cookie, origin })).toBe("in")
    expect(await received(`source/${source}`, { cookie, origin: "https://elsewhere.example" })).toBe(
      "refused",
    )
    expect(await received(`source/${source}`, { cookie, origin: "null" })).toBe("refused")
  })

  it("with a token needs no origin", async () => {
    expect(await received(`source/${source}`, bearer())).toBe("in")
  })

  it("without either is final", async () => {
    expect(await received(`source/${source}`, {})).toBe(4401)
    expect(await received(`source/${source}`, { authorization: "Bearer wrong", cookie, origin })).toBe(4401)
    expect(await received(`source/missing`, bearer())).toBe(4403)
    expect(await received(`layer/${source}/${ben}`, bearer())).toBe(4403)
  })
})

describe("asking", () => {
  const rename = (headers: Record<string, string>) =>
    askApi(origin, { method: "PATCH", path: "/api/me", params: {}, headers, body: `{"locale":"en"}` })

  it("[S42] with a cookie from another site’s page changes nothing, with a token it may", async () => {
    const elsewhere = { origin: "https://elsewhere.example" }
    expect((await rename({ cookie, ...elsewhere })).status).toBe(403)
    expect((await rename({ cookie, "sec-fetch-site": "cross-site" })).status).toBe(403)
    expect((await rename({ cookie, origin: "http://binome.test" })).status).toBe(200)
    expect((await rename({ ...bearer(), ...elsewhere })).status).toBe(200)
  })

  it("[B20] hears from every streamed answer that no cache may keep it", async () => {
    const recording = (method: string, body?: string) =>
      askApi(origin, {
        method,
        path: "/api/sources/{source}/recording",
        params: { source },
        headers: { ...bearer(), "x-file-name": "m7.wav" },
        ...(body === undefined ? {} : { body }),
      })
    const kept = await recording("PUT", `RIFF\x24\x00\x00\x00WAVEfmt ${"\x00".repeat(64)}`)
    const played = await recording("GET")
    const bad = await recording("PUT", "no sound")
    expect([kept.status, played.status]).toEqual([200, 200])
    for (const answer of [kept, played, bad])
      expect(answer.headers.get("cache-control")).toBe("private, no-store")
  })
})

describe.each(["cookie", "token"] as const)("coding by %s", (by) => {
  const headers = () => (by === "cookie" ? { cookie, origin } : bearer())

  it("reads the transcript, writes the layer, and hears by ?ack=1 how much is durable", async () => {
    const reading = connect(`source/${source}`, headers())
    await reading.received
    const text = textOf(readTranscript(reading.doc).turns)
    const from = text.indexOf("On hérite")
    const anchor = anchorTo(reading.doc, text, { from, to: from + "On hérite".length })

    const layer = connect(`layer/${source}/${ana}`, headers(), { ack: "1" })
    expect(await layer.received).toBe("in")
    const acknowledged = () => layer.frames.filter(([type]) => type === 100).map(([, count]) => count!)
    // The client's answer to what it was asked for counts as the first.
    const before = acknowledged().at(-1) ?? 0
    const id = `${by}-1`
    layer.doc.getMap("codings").set(id, { id, code: "inherit", anchor, createdAt: "" })
    layer.doc.getMap("suggestedCodes").set("inherit", { id: "inherit", name: "inheriting" })
    await expect.poll(() => acknowledged().at(-1) ?? 0).toBeGreaterThanOrEqual(before + 2)
    expect(acknowledged()).toEqual([...acknowledged()].sort((one, other) => one - other))
    const again = connect(`layer/${source}/${ana}`, headers())
    await again.received
    expect(again.doc.getMap("codings").get(id)).toMatchObject({ code: "inherit" })
    expect(again.frames.some(([type]) => type === 100)).toBe(false)
    for (const each of [reading, layer, again]) each.leave()
  })
})

describe("handing in by script", () => {
  it("takes the durable layer, answers revision and reveal, and takes back", async () => {
    const { passages } = await ask("GET", "/api/sources/{source}", { source })
    const passage = passages[0].id
    const handIns = "/api/sources/{source}/hand-ins"
    expect(await ask("POST", handIns, { source }, { passage, idempotencyKey: "1" })).toMatchObject({
      revision: 1,
      revealed: false,
    })
    expect(await ask("DELETE", handIns, { source }, { passage })).toEqual({ revision: 2 })
    const refused = ask("DELETE", handIns, { source }, { passage })
    await expect(refused).rejects.toThrow(/409 .*"code":"not-handed-in"/)
  })
})
