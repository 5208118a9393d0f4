import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkBackup } from "../../server/backup/check"
import { askForBackup } from "../../server/backup/control"
import { keepBackup } from "../../server/backup/keep"
import { PASSWORD, readAnswer } from "../support/testApp"
import { signIn, startServer, type TestServer } from "../support/testServer"

let dataDir: string
let server: TestServer
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "binome-process-"))
  server = await startServer({ dataDir })
}, 400_000)
afterAll(async () => {
  await server?.end()
  await rm(dataDir, { recursive: true, force: true })
})

const ana = { name: "Ana", email: "ana@test.example", password: PASSWORD }

async function ask(
  method: string,
  path: string,
  { body, cookie = "" }: { body?: unknown; cookie?: string } = {},
) {
  const headers = { cookie, "content-type": "application/json", origin: server.origin }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  return readAnswer(await fetch(`${server.origin}${path}`, { method, headers, ...sent }))
}

describe("the process", () => {
  it("lets the first person in by the link it prints, and keeps what is acknowledged through kill −9", async () => {
    expect(await ask("POST", `/api${server.firstAccount}`, { body: ana })).toMatchObject({ status: 201 })
    expect(await signIn(server.origin, ana.email, "wrong")).toBeNull()
    const cookie = (await signIn(server.origin, ana.email, PASSWORD))!
    const made = await ask("POST", "/api/projects", { cookie, body: { name: "Étude" } })
    expect(made.status).toBe(201)

    await server.end("SIGKILL")
    server = await startServer({ dataDir })

    expect(server.firstAccount).toBeNull()
    expect((await ask("GET", "/api/projects", { cookie })).body).toMatchObject([{ id: made.body.id }])
  }, 240_000)

  it("signs out for good: the same cookie is a stranger's afterwards", async () => {
    const cookie = (await signIn(server.origin, ana.email, PASSWORD))!
    const { body } = await ask("GET", "/api/sessions", { cookie })
    const current = body.find((one: { current: boolean }) => one.current)
    expect((await ask("GET", "/api/me", { cookie })).status).toBe(200)
    expect((await ask("DELETE", `/api/sessions/${current.id}`, { cookie })).status).toBe(204)
    expect((await ask("GET", "/api/me", { cookie })).status).toBe(401)
    expect((await ask("GET", "/api/auth/session", { cookie })).body).toEqual({})
  })

  it("tells browsers on every answer what they may do with it", async () => {
    for (const path of ["/healthz", "/api/me", "/api/sources/x/recording"]) {
      const { headers } = await fetch(`${server.origin}${path}`)
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    }
  })

  it("[S55] answers an address that cannot be decoded as none, whatever it is under", async () => {
    for (const path of [
      "/%",
      "/projects/%E0%A4%A",
      "/api/projects/%",
      "/api/auth/%ff",
      "/api/sources/%/recording",
    ]) {
      const answer = await fetch(`${server.origin}${path}`)
      expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([
        path,
        400,
        "private, no-store",
      ])
    }
    // What can be decoded and names nothing is looked for.
    for (const path of ["/api/projects/%25", "/api/projects/%00"])
      expect((await fetch(`${server.origin}${path}`)).status).toBe(401)
    expect((await fetch(`${server.origin}/sign-in?next=%`)).status).toBe(200)
  })

  it("answers what is no JSON as that, at the sign-in too, and prints nothing of it", async () => {
    const printed = server.output()
    const headers = { "content-type": "application/json" }
    const answer = await fetch(`${server.origin}/api/auth/callback/credentials`, {
      method: "POST",
      headers,
      body: "{",
    })
    expect([answer.status, (await answer.json()).type]).toEqual([
      422,
      expect.stringContaining("invalid-body"),
    ])
    expect(server.output()).toBe(printed)
  })

  it("[S9] does not share its data folder with a second one, which says so", async () => {
    await expect(startServer({ dataDir })).rejects.toThrow(/is in use by another process/)
    // Nor where its rows are elsewhere: what is in the folder has one owner all the same.
    const env = { DATABASE_URL: "postgres://127.0.0.1:1/nowhere" }
    await expect(startServer({ dataDir, env })).rejects.toThrow(/is in use by another process/)
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
  }, 60_000)

  it("[S13] hands out a backup of itself while it runs", async () => {
    const file = join(dataDir, "while-it-runs.tar")
    await keepBackup((await askForBackup(dataDir))!, file)
    expect((await checkBackup(file)).head.tables).toMatchObject({ account: 1, project: 1 })
  }, 60_000)

  it("[S94] goes on at rest though nobody reads any more what it prints", async ({ skip }) => {
    skip(process.platform !== "linux", "what a process has worked is read from /proc")
    server.stopReading()
    // Next prints that there is no such action.
    await fetch(server.origin, { method: "POST", headers: { "next-action": "none" }, body: "[]" })
    const isAtRest = async () => {
      const before = server.worked()
      await new Promise((resolve) => setTimeout(resolve, 500))
      return server.worked() - before < 50
    }
    await expect.poll(isAtRest, { timeout: 20_000 }).toBe(true)
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  })

  it("ends by itself when asked to", async () => {
    expect(await server.end("SIGTERM")).toBe(0)
  })
})
