/** The process as browsers and strangers meet it: what it lets them do, and what it never says. */
import { mkdtemp, rm } from "node:fs/promises"
import { type AddressInfo, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startServer, type TestServer } from "../support/testServer"

const CANARY = "canary-7f3a9c"
const account = {
  name: `Ana ${CANARY}`,
  email: `ana.${CANARY}@example.org`,
  password: `${CANARY} long enough`,
}

let dataDir: string
let server: TestServer
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "binome-guard-"))
  const env = {
    PUBLIC_URL: "https://binome.example",
    PORT: String(await freePort()),
    BINOME_TEST: "0",
    LOG_LEVEL: "debug",
  }
  server = await startServer({ dataDir, env })
}, 240_000)
afterAll(async () => {
  await server?.end()
  await rm(dataDir, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const ask = (path: string, init: RequestInit = {}) =>
  fetch(server.origin + path, { redirect: "manual", ...init })
const cookiesOf = (answer: Response) => answer.headers.getSetCookie()

async function enter(password: string) {
  const csrf = await ask("/api/auth/csrf")
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  return ask("/api/auth/callback/credentials", {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: cookiesOf(csrf)
        .map((cookie) => cookie.split(";", 1)[0])
        .join("; "),
    },
    body: new URLSearchParams({ csrfToken, email: account.email, password, json: "true" }),
  })
}

describe("a page", () => {
  it("[S45] runs no script but those that carry the number of this answer", async () => {
    const numbers = new Set<string>()
    for (const path of ["/sign-in", "/sign-in", "/nowhere"]) {
      const answer = await ask(path)
      const policy = answer.headers.get("content-security-policy")!
      const scripts = policy.split("; ").find((part) => part.startsWith("script-src"))!
      expect(scripts).not.toContain("unsafe")
      const number = /'nonce-([^']+)'/.exec(scripts)![1]!
      numbers.add(number)
      const tags = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
      expect(tags.length).toBeGreaterThan(0)
      for (const tag of tags) expect(tag).toContain(`nonce="${number}"`)
    }
    expect(numbers.size).toBe(3)
  })
})

describe("signing in", () => {
  it("[S46] leaves a cookie for this host alone, unseen by scripts, over TLS only", async () => {
    const secret = server.firstAccount!.split("/").at(-1)
    const body = JSON.stringify(account)
    const headers = { "content-type": "application/json" }
    expect((await ask(`/api/first-account/${secret}`, { method: "POST", headers, body })).status).toBe(201)
    const [cookie] = cookiesOf(await enter(account.password)).filter((each) => each.includes("session-token"))
    expect(cookie).toMatch(/^__Secure-next-auth\.session-token=/)
    for (const flag of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(flag)
    expect(cookie).not.toContain("Domain")
  })

  it("[S46] gives a session of its own each time, whatever cookie came with it", async () => {
    const [one, other] = [await enter(account.password), await enter(account.password)]
    const sessionOf = (answer: Response) => cookiesOf(answer).find((each) => each.includes("session-token"))
    expect(sessionOf(one)).toBeDefined()
    expect(sessionOf(one)).not.toBe(sessionOf(other))
  })
})

describe("what is printed", () => {
  it("[S48] holds no password, e-mail, name or secret, whatever went wrong", async () => {
    await enter(`${CANARY} wrong`)
    const cookie = cookiesOf(await enter(account.password))
      .map((each) => each.split(";", 1)[0])
      .join("; ")
    const headers = { cookie, "content-type": "application/json", origin: "https://binome.example" }
    const bodies = [
      "no JSON",
      JSON.stringify({ name: CANARY, question: `${CANARY}\u0000` }),
      JSON.stringify({ name: CANARY }),
    ]
    for (const body of bodies) await ask("/api/projects", { method: "POST", headers, body })
    await ask(`/api/invitations/${CANARY}`)
    await ask(`/api/projects/${CANARY}%00/tree`, { headers })
    await ask("/api/me", { headers: { authorization: `Bearer ${CANARY}` } })
    expect(server.output()).toContain("Binôme:") // so that the line below could fail
    expect(server.output()).not.toContain(CANARY)
  })
})
