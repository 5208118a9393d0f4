import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as acceptancesRoute from "../../app/api/disagreements/[disagreement]/acceptances/route"
import * as listeningsRoute from "../../app/api/disagreements/[disagreement]/listenings/route"
import * as proposalsRoute from "../../app/api/disagreements/[disagreement]/proposals/route"
import * as referralsRoute from "../../app/api/disagreements/[disagreement]/referrals/route"
import * as codesRoute from "../../app/api/projects/[project]/codes/route"
import * as batchesRoute from "../../app/api/sources/[source]/batches/route"
import { code as codes, listening, proposal, referral, resolution } from "../../db/schema"
import { reviewOf } from "../../server/queries/review"
import { openShortStudy, type ShortStudy, type Someone } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())
afterEach(() => app.empty())

let ana: Someone
let ben: Someone
let study: ShortStudy
/** A different reading in the first passage, what Ana alone coded in the second. */
let reading: string
let omission: string
beforeEach(async () => {
  study = await openShortStudy(app)
  ;({ ana, ben } = study)
  await study.code("fear")
  await study.code("time")
  await study.handIn(ana, 0, ["fear"])
  await study.handIn(ben, 0, ["time"])
  await study.handIn(ana, 1, ["fear"])
  await study.handIn(ben, 1)
  const { flags } = await reviewOf(app.services, study.source)
  const of = (kind: string) => Object.values(flags).find((flag) => flag.kind === kind)!.id
  ;[reading, omission] = [of("code"), of("omission")]
})

type Route = Parameters<TestApp["call"]>[0]
const ask = (route: Route, as: Someone, body: object, disagreement = reading) =>
  app.call(route, { method: "POST", as: as.token, params: { disagreement }, body })

const both = { verdict: { kind: "both" }, reason: "Two ideas.", idempotencyKey: "k1" }
const count = async (table: typeof proposal | typeof referral | typeof listening | typeof resolution) =>
  (await app.services.db.select().from(table as typeof proposal)).length

describe("[S56] a proposal whose answer was lost", () => {
  it("is answered as before and made once; without a key it is made twice", async () => {
    const first = await ask(proposalsRoute.POST, ana, both)
    expect(first.status).toBe(201)
    expect(await ask(proposalsRoute.POST, ana, both)).toEqual(first)
    expect(await count(proposal)).toBe(1)
    const { idempotencyKey: _, ...bare } = both
    await ask(proposalsRoute.POST, ana, bare)
    await ask(proposalsRoute.POST, ana, bare)
    expect(await count(proposal)).toBe(3)
  })

  it("is made once when both askings come at the same moment", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => ask(proposalsRoute.POST, ana, both)))
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect(await count(proposal)).toBe(1)
  })

  it("is answered as before also when it was decided meanwhile", async () => {
    const first = await ask(proposalsRoute.POST, ana, both)
    const { proposal: named, revision } = first.body
    const accepted = { proposal: named, revision, idempotencyKey: "b1" }
    const answer = await ask(acceptancesRoute.POST, ben, accepted)
    expect(answer.status).toBe(201)
    expect(await ask(acceptancesRoute.POST, ben, accepted)).toEqual(answer)
    expect(await ask(proposalsRoute.POST, ana, both)).toEqual(first)
    expect(await count(resolution)).toBe(1)
    expect((await ask(proposalsRoute.POST, ana, { ...both, idempotencyKey: "k2" })).body.code).toBe(
      "already-resolved",
    )
  })

  it("is refused where its key was used for anything else, and changes nothing", async () => {
    await ask(proposalsRoute.POST, ana, both)
    const others = [
      await ask(proposalsRoute.POST, ana, { ...both, reason: "Otherwise." }),
      await ask(proposalsRoute.POST, ana, { ...both, verdict: { kind: "neither" } }),
      await ask(proposalsRoute.POST, ana, both, omission),
      await ask(referralsRoute.POST, ana, { reason: "Two ideas.", idempotencyKey: "k1" }),
    ]
    expect(others.map(({ status, body }) => [status, body.code])).toEqual(
      others.map(() => [409, "key-reused"]),
    )
    expect([await count(proposal), await count(referral)]).toEqual([1, 0])
  })

  it("is not another person's who chose the same key", async () => {
    await ask(proposalsRoute.POST, ana, both)
    const neither = { ...both, verdict: { kind: "neither" } }
    expect((await ask(proposalsRoute.POST, ben, neither)).status).toBe(201)
    expect(await count(proposal)).toBe(2)
  })

  it("[S54] is refused where its key is not shaped as an id", async () => {
    for (const idempotencyKey of ["", "a b", "__proto__", "x".repeat(101)])
      expect((await ask(proposalsRoute.POST, ana, { ...both, idempotencyKey })).status).toBe(422)
  })
})

describe("[S56] counts once when it is asked again under its key:", () => {
  it("a referral, that without a key is refused the second time", async () => {
    const referred = { reason: "We do not agree.", idempotencyKey: "r1" }
    const first = await ask(referralsRoute.POST, ana, referred)
    expect(first.status).toBe(201)
    expect(await ask(referralsRoute.POST, ana, referred)).toEqual(first)
    expect((await ask(referralsRoute.POST, ana, { reason: "" })).body.code).toBe("already-referred")
    expect(await count(referral)).toBe(1)
  })

  it("that one has listened again", async () => {
    const heard = { startMs: 0, endMs: 1, heardMs: 1, idempotencyKey: "l1" }
    expect(await ask(listeningsRoute.POST, ana, heard)).toEqual(await ask(listeningsRoute.POST, ana, heard))
    expect(await count(listening)).toBe(1)
    await ask(listeningsRoute.POST, ana, { ...heard, idempotencyKey: "l2" })
    expect(await count(listening)).toBe(2)
  })

  it("what is said of several at a time", async () => {
    // To keep what one coded oneself waits for the other.
    const batch = { disagreements: [omission], keep: true, reason: "", idempotencyKey: "all" }
    const send = () =>
      app.call(batchesRoute.POST, {
        method: "POST",
        as: ana.token,
        params: { source: study.source },
        body: batch,
      })
    const first = await send()
    expect(first.body).toEqual({ resolved: 0, proposed: 1, refused: [] })
    expect(await send()).toEqual(first)
    expect(await count(proposal)).toBe(1)
  })

  it("[S54] a code, under the id that its maker chose", async () => {
    const make = (as: Someone, name: string) =>
      app.call(codesRoute.POST, {
        method: "POST",
        as: as.token,
        params: { project: study.project },
        body: { id: "calm", name },
      })
    expect(await make(ana, "calm")).toEqual({ status: 201, body: { id: "calm" } })
    expect(await make(ana, "calm")).toEqual({ status: 201, body: { id: "calm" } })
    expect((await make(ana, "peace")).status).toBe(422)
    expect((await make(ben, "calm")).status).toBe(422)
    const made = await app.services.db.select({ name: codes.name }).from(codes)
    expect(made.map(({ name }) => name).sort()).toEqual(["calm", "fear", "time"])
  })
})
