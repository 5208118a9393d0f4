import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import WebSocket from "ws"
import * as me from "../../app/api/me/route"
import * as memberRoute from "../../app/api/projects/[project]/members/[member]/route"
import * as tree from "../../app/api/projects/[project]/tree/route"
import * as assignments from "../../app/api/sources/[source]/assignments/route"
import * as token from "../../app/api/tokens/[token]/route"
import * as tokens from "../../app/api/tokens/route"
import { handIn } from "../../db/schema"
import { createToken } from "../../server/commands/createToken"
import { admission } from "../../server/http/admission"
import { whoIs } from "../../server/session"
import { openCast } from "../support/recorderCast"
import { openTestApp, PASSWORD, type TestApp } from "../support/testApp"

let app: TestApp
let origin: string
let stop: () => Promise<void>
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, ben] = [] as unknown as [Person, Person]
let room: string
let project: string

beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
})
beforeEach(async () => {
  await app.empty()
  ;[ana, ben] = [await app.person("Ana"), await app.person("Ben")]
  project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
  room = `codebook/${project}`
})
afterAll(async () => {
  await stop()
  await app.close()
})

/** Knocks; `answer` is "open" once the room speaks, else how it was closed. `closed` is how it ends. */
function knock(as: string, at = room, headers: Record<string, string> = {}) {
  const url = `${origin.replace("http", "ws")}/collab/${at}`
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${as}`, ...headers } })
  socket.on("open", () => socket.send(Uint8Array.of(0, 0, 1, 0))) // asks for all there is, as clients do
  const closed = new Promise<number>((resolve) => socket.on("close", resolve))
  const answer = new Promise<"open" | "refused" | number>((resolve) => {
    socket.once("message", () => resolve("open"))
    socket.on("close", resolve)
    socket.on("error", () => resolve("refused"))
  })
  return { answer, closed, hangUp: () => socket.terminate() }
}

async function answerTo(...knocking: Parameters<typeof knock>) {
  const { answer, hangUp } = knock(...knocking)
  const heard = await answer
  hangUp()
  return heard
}

describe("a socket", () => {
  it("is let in where accessTo says so, and finally refused elsewhere", async () => {
    expect(await answerTo(ben.token)).toBe("open")
    expect(await answerTo("nobody")).toBe(4401)
    const eve = await app.person("Eve")
    expect([await answerTo(eve.token), await answerTo(eve.token, "codebook/nothing")]).toEqual([4403, 4403])
    expect(await answerTo(ben.token, "nonsense/room")).toBe(4403)
  })

  it("is refused to another site's page", async () => {
    expect(await answerTo(ben.token, room, { origin: "https://elsewhere.example" })).toBe("refused")
    expect(await answerTo(ben.token, room, { origin })).toBe("open")
  })

  it("[S40] closes when its member leaves, who is then refused; those of others stay", async () => {
    const [his, hers] = [knock(ben.token), knock(ana.token)]
    expect([await his.answer, await hers.answer]).toEqual(["open", "open"])
    const leaving = { method: "DELETE", as: ana.token, params: { project, member: ben.id } }
    expect((await app.call(memberRoute.DELETE, leaving)).status).toBe(204)
    expect(await his.closed).toBe(1012)
    expect(await answerTo(ben.token)).toBe(4403)
    expect(app.services.live.present([room])).toEqual([ana.id])
    hers.hangUp()
  })

  it("[S41] closes for good when its token is revoked", async () => {
    const open = knock(ben.token)
    expect(await open.answer).toBe("open")
    const [{ id }] = (await app.call(tokens.GET, { as: ben.token })).body
    await app.call(token.DELETE, { method: "DELETE", as: ben.token, params: { token: id } })
    expect(await open.closed).toBe(4401)
    expect(await answerTo(ben.token)).toBe(4401)
  })

  it("[S40] closes when its member's role changes; what follows is answered as the new role", async () => {
    const [his, hers] = [knock(ben.token, `tree/${project}`), knock(ana.token, `tree/${project}`)]
    expect([await his.answer, await hers.answer]).toEqual(["open", "open"])
    const demoting = {
      method: "PATCH",
      as: ana.token,
      params: { project, member: ben.id },
      body: { role: "observer" },
    }
    expect((await app.call(memberRoute.PATCH, demoting)).status).toBeLessThan(300)
    expect(await his.closed).toBe(1012)
    expect(await answerTo(ben.token, `tree/${project}`)).toBe(4403)
    expect(await answerTo(ben.token)).toBe("open")
    const asked = await app.call(tree.GET, { as: ben.token, params: { project } })
    expect(asked.status).toBe(404)
    expect((await app.call(tree.GET, { as: ana.token, params: { project } })).status).toBe(200)
    hers.hangUp()
  })

  it("[S40] closes when its source is given to another coder, whose layer opens then and not before", async () => {
    const cast = await openCast(app)
    const { source, coders } = cast.own
    const as = (who: "coderA" | "coderElsewhere") => cast.headers[who].authorization!.replace("Bearer ", "")
    const layer = (who: string) => `layer/${source}/${who}`
    const before = knock(as("coderA"), layer(coders[0]))
    expect(await before.answer).toBe("open")
    expect(await answerTo(as("coderElsewhere"), layer(cast.ids.coderElsewhere))).toBe(4403)
    await app.services.db.delete(handIn)
    const assigning = {
      method: "PUT",
      headers: cast.headers.owner,
      params: { source },
      body: { coders: [cast.ids.coderElsewhere, coders[1]] },
    }
    expect((await app.call(assignments.PUT, assigning)).status).toBe(200)
    expect(await before.closed).toBe(1012)
    expect(await answerTo(as("coderA"), layer(coders[0]))).toBe(4403)
    expect(await answerTo(as("coderElsewhere"), layer(cast.ids.coderElsewhere))).toBe("open")
  }, 60_000)

  it("[S47] takes nothing from a token for reading, not even into its owner's layer", async () => {
    const { source, coders } = (await openCast(app)).own
    const layer = (mayWrite: boolean) =>
      admission(app.services, `layer/${source}/${coders[0]}`, { member: coders[0], mayWrite })
    expect(await layer(true)).toMatchObject({ access: "write" })
    expect(await layer(false)).toMatchObject({ access: "read" })
    const { secret } = await createToken(app.services, {
      account: coders[0],
      label: "r",
      days: 1,
      mayWrite: false,
    })
    const caller = await whoIs(app.services, new Headers({ authorization: `Bearer ${secret}` }))
    expect(caller).toMatchObject({ id: coders[0], mayWrite: false })
  }, 60_000)

  it("[S41] closes for good when a new password ends its session; the one that changed it stays", async () => {
    const other = await createToken(app.services, { account: ben.id, label: "other", days: 1 })
    const [one, two] = [knock(ben.token), knock(other.secret)]
    expect([await one.answer, await two.answer]).toEqual(["open", "open"])
    const body = { password: { current: PASSWORD, next: "another long password" } }
    expect((await app.call(me.PATCH, { method: "PATCH", as: ben.token, body })).status).toBe(200)
    expect(await two.closed).toBe(4401)
    expect(await answerTo(other.secret)).toBe(4401)
    expect(app.services.live.present([room])).toEqual([ben.id])
    one.hangUp()
  })
})
