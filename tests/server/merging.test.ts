import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as mergeRoute from "../../app/api/codes/[code]/merge/route"
import * as undoRoute from "../../app/api/projects/[project]/codes/undo/route"
import { changeCode } from "../../server/commands/changeCodebook"
import { addLaterReading, removeLaterReading } from "../../server/commands/laterReadings"
import { propose } from "../../server/commands/propose"
import { undoResolution } from "../../server/commands/undoResolution"
import { isUsed } from "../../server/queries/codeUse"
import { reviewOf } from "../../server/queries/review"
import { openShortStudy, type ShortStudy } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: ShortStudy
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  study = await openShortStudy(app)
  for (const id of ["fear", "dread", "calm"]) await study.code(id)
})
afterEach(() => app.empty())
afterAll(() => app.close())

/** Ana read fear in both passages, Ben dread in one and calm in the other. */
async function disagreeTwice(): Promise<void> {
  for (const [at, other] of ["dread", "calm"].entries()) {
    await study.handIn(study.ana, at, ["fear"])
    await study.handIn(study.ben, at, [other])
  }
}

/** How the disagreements stand, in the order of the text. */
async function standings(): Promise<string[]> {
  const { flags } = await reviewOf(app.services, study.source)
  return Object.values(flags)
    .sort((one, other) => one.text.from - other.text.from)
    .map(({ kind, standing }) => `${kind}: ${standing.is}`)
}

const preview = async (code: string, into: string, how = "merging") => {
  const { token } = study.ana
  const query = new URLSearchParams({ into, how })
  const headers = { host: "binome.test", authorization: `Bearer ${token}` }
  const request = new Request(`http://binome.test/?${query}`, { headers })
  return (await mergeRoute.GET(request, { params: Promise.resolve({ code }) })).json()
}
const merge = (code: string, into: string, how = "merging") =>
  app.call(mergeRoute.POST, { method: "POST", as: study.ana.token, params: { code }, body: { into, how } })
const undo = () =>
  app.call(undoRoute.POST, { method: "POST", as: study.ana.token, params: { project: study.project } })

describe("merging two codes in the tree", () => {
  it.each(["merging", "relating"])(
    "[R2, R15] by %s settles what it said it would, until undone",
    async (how) => {
      await disagreeTwice()
      expect(await standings()).toEqual(["code: open", "code: open"])
      expect(await preview("dread", "fear", how)).toEqual({ settles: 1 })
      await merge("dread", "fear", how)
      expect(await standings()).toEqual(["code: settled", "code: open"])
      expect(await preview("calm", "dread", how)).toEqual({ settles: how === "merging" ? 1 : 0 })
      await undo()
      expect(await standings()).toEqual(["code: open", "code: open"])
    },
  )

  it("foretells nothing of what is decided, nor of what is not revealed", async () => {
    await study.handIn(study.ana, 0, ["fear"])
    expect(await preview("dread", "fear")).toEqual({ settles: 0 })
    await study.handIn(study.ben, 0, ["dread"])
    expect(await preview("dread", "fear")).toEqual({ settles: 1 })
    const [flag] = Object.keys((await reviewOf(app.services, study.source)).flags)
    for (const { id } of [study.ana, study.ben]) await decide(flag!, id, { kind: "both" })
    expect(await standings()).toEqual(["code: resolved"])
    expect(await preview("dread", "fear")).toEqual({ settles: 0 })
  })
})

const decide = (disagreement: string, by: string, verdict: Parameters<typeof propose>[1]["verdict"]) =>
  propose(app.services, {
    disagreement,
    by,
    verdict,
    reason: "",
    oral: false,
    whyNotListened: "on the phone",
    key: null,
  })

describe("a code is in use", () => {
  const used = (code: string) => isUsed(app.services.db, study.project, code)
  const [ana, ben] = [() => study.ana.id, () => study.ben.id]

  it("by a coding once it is revealed, and not before", async () => {
    await study.handIn(study.ana, 0, ["fear"])
    expect(await used("fear")).toBe(false)
    await study.handIn(study.ben, 0)
    expect([await used("fear"), await used("dread")]).toEqual([true, false])
  })

  it("by a decision that names it, until that is undone", async () => {
    await study.handIn(study.ana, 0, ["fear"])
    await study.handIn(study.ben, 0)
    const [flag] = Object.keys((await reviewOf(app.services, study.source)).flags)
    const verdict = { kind: "other", codes: ["calm"], words: { from: 0, to: 1 } } as const
    await decide(flag!, ana(), verdict)
    expect(await used("calm")).toBe(false)
    await decide(flag!, ben(), verdict)
    expect([await used("calm"), await used("dread")]).toEqual([true, false])
    await undoResolution(app.services, { disagreement: flag!, by: ana() })
    expect(await used("calm")).toBe(false)
  })

  it("by a later reading, until that is taken away", async () => {
    for (const someone of [study.ana, study.ben]) await study.handIn(someone, 0)
    const { source } = study
    const anchor = await study.anchor(0)
    await addLaterReading(app.services, { source, by: ana(), id: "later", code: "calm", anchor, memo: null })
    expect([await used("calm"), await used("dread")]).toEqual([true, false])
    await removeLaterReading(app.services, { source, by: ana(), reading: "later" })
    expect(await used("calm")).toBe(false)
  })

  it("by a code under it, until that is removed", async () => {
    await changeCode(app.services, { code: "calm", by: ana(), field: "parent", value: "fear" })
    expect([await used("fear"), await used("calm")]).toEqual([true, false])
    await changeCode(app.services, { code: "calm", by: ana(), field: "removed", value: true })
    expect(await used("fear")).toBe(false)
  })

  it("by a code merged into it, until that is undone", async () => {
    await merge("dread", "fear")
    expect([await used("fear"), await used("calm")]).toEqual([true, false])
    await undo()
    expect(await used("fear")).toBe(false)
  })
})
