import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as mergeRoute from "../../app/api/codes/[code]/merge/route"
import * as moveRoute from "../../app/api/codes/[code]/move/route"
import * as codeRoute from "../../app/api/codes/[code]/route"
import * as mergesRoute from "../../app/api/merges/[merge]/route"
import * as codesRoute from "../../app/api/projects/[project]/codes/route"
import * as undoRoute from "../../app/api/projects/[project]/codes/undo/route"
import { type CodeNode, canonicalOf, codeTree } from "../../core/codebook"
import { codesOf, mergesOf } from "../../server/queries/codebook"
import { openTestApp, type TestApp } from "../support/testApp"

type Someone = { id: string; token: string }

let app: TestApp
let ana: Someone
let ben: Someone
let project: string
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  await app.empty()
  ana = await app.person("Ana")
  ben = await app.person("Ben")
  project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
})
afterAll(() => app.close())

const make = async (name: string, parent: string | null = null, as = ana, codable = true) => {
  const made = await app.call(codesRoute.POST, {
    method: "POST",
    as: as.token,
    params: { project },
    body: { name, parent, codable },
  })
  return made.body.id as string
}
const change = (code: string, body: object, as = ana) =>
  app.call(codeRoute.PATCH, { method: "PATCH", as: as.token, params: { code }, body })
const move = (code: string, parent: string | null, as = ana) =>
  app.call(moveRoute.POST, { method: "POST", as: as.token, params: { code }, body: { parent } })
const merge = (code: string, into: string, as = ana) =>
  app.call(mergeRoute.POST, { method: "POST", as: as.token, params: { code }, body: { into } })
const undo = (as = ana) => app.call(undoRoute.POST, { method: "POST", as: as.token, params: { project } })
const undoable = async (as = ana) =>
  (await app.call(undoRoute.GET, { as: as.token, params: { project } })).body.undoable

/** The tree as a picture: "fear(guilt tremor) time". */
async function picture(): Promise<string> {
  const canonical = canonicalOf(await mergesOf(app.services.db, project))
  const draw = (nodes: readonly CodeNode[]): string =>
    nodes
      .map(({ code, children }) => code.name + (children.length > 0 ? `(${draw(children)})` : ""))
      .sort()
      .join(" ")
  return draw(codeTree(await codesOf(app.services.db, project), canonical))
}

describe("at the same time", () => {
  it("[T2] two moves that cross make no code disappear, and the second is refused", async () => {
    const [fear, time] = [await make("fear"), await make("time")]
    const answers = await Promise.all([move(fear, time), move(time, fear, ben)])
    expect(answers.flatMap(({ body }) => body.code ?? [])).toEqual(["would-cycle"])
    expect(["fear(time)", "time(fear)"]).toContain(await picture())
  })

  it("[T2] a longer circle does not close either", async () => {
    const [one, two, three] = [await make("one"), await make("two"), await make("three")]
    await Promise.all([move(one, two), move(two, three, ben), move(three, one)])
    const shown = await picture()
    for (const name of ["one", "two", "three"]) expect(shown).toContain(name)
  })

  it("a rename and a move of one code are both kept", async () => {
    const [fear, time] = [await make("fear"), await make("time")]
    await Promise.all([change(fear, { name: "dread" }), move(fear, time, ben)])
    expect(await picture()).toBe("time(dread)")
  })

  it("[T3] two merges that cross are one merge", async () => {
    const [fear, dread] = [await make("fear"), await make("dread")]
    const answers = await Promise.all([merge(fear, dread), merge(dread, fear, ben)])
    expect(answers.find(({ status }) => status >= 400)?.body.code).toBe("same-code")
    expect(["fear", "dread"]).toContain(await picture())
  })

  it("[T3] a code merged into one that is being merged stands for the last", async () => {
    const [fear, dread, angst] = [await make("fear"), await make("dread"), await make("angst")]
    await Promise.all([merge(fear, dread), merge(dread, angst, ben)])
    expect(await picture()).toBe("angst")
  })

  it("a removal and a code made under it: one of the two is refused", async () => {
    const fear = await make("fear")
    const [removed, made] = await Promise.all([
      change(fear, { removed: true }),
      app.call(codesRoute.POST, {
        method: "POST",
        as: ben.token,
        params: { project },
        body: { name: "guilt", parent: fear },
      }),
    ])
    expect([removed.status, made.status].filter((status) => status >= 400)).toHaveLength(1)
  })
})

describe("a move", () => {
  it("puts a code last where it goes, and is taken back as one", async () => {
    const [fear, time] = [await make("fear"), await make("time")]
    await make("evening", time)
    await move(fear, time)
    const order = async () => (await codesOf(app.services.db, project)).find(({ id }) => id === fear)!.order
    expect(await order()).toBe(2)
    await undo()
    expect(await picture()).toBe("fear time(evening)")
    expect(await order()).toBe(1)
  })

  it("under what lies under it is refused, and so is a move under what does not stand", async () => {
    const fear = await make("fear")
    const guilt = await make("guilt", fear)
    const gone = await make("gone")
    await change(gone, { removed: true })
    expect((await move(fear, guilt)).body.code).toBe("would-cycle")
    expect((await move(fear, fear)).body.code).toBe("would-cycle")
    expect((await move(fear, gone)).body.code).toBe("unknown-code")
  })
})

describe("a merge", () => {
  it("into a code that does not stand is refused: nothing would show the first", async () => {
    const [fear, gone] = [await make("fear"), await make("gone")]
    await change(gone, { removed: true })
    expect((await merge(fear, gone)).body.code).toBe("unknown-code")
    expect(await picture()).toBe("fear")
  })

  it("of a code into a category is refused: a category is not applied to text", async () => {
    const [fear, theme] = [await make("fear"), await make("theme", null, ana, false)]
    expect((await merge(fear, theme)).body.code).toBe("not-codable")
  })

  it("is taken back by its id, and the code stands again", async () => {
    const [fear, dread] = [await make("fear"), await make("dread")]
    const { body } = await merge(fear, dread)
    expect(await picture()).toBe("dread")
    await app.call(mergesRoute.DELETE, { method: "DELETE", as: ben.token, params: { merge: body.id } })
    expect(await picture()).toBe("dread fear")
  })
})

describe("undoing", () => {
  it("takes back one's own latest change, one after the other, never another's", async () => {
    const fear = await make("fear")
    await change(fear, { name: "dread" })
    await make("time", null, ben)
    expect(await undoable()).toMatchObject({ kind: "change", fields: [{ field: "name", before: "fear" }] })
    await undo()
    expect(await picture()).toBe("fear time")
    await undo()
    expect(await picture()).toBe("time")
    expect((await undo()).body.code).toBe("nothing-to-undo")
    expect(await undoable()).toBeNull()
    expect(await undoable(ben)).toMatchObject({ kind: "change", code: { name: "time" } })
  })

  it("leaves alone what somebody else has changed since", async () => {
    const fear = await make("fear", null, ben)
    await change(fear, { name: "dread" })
    await change(fear, { name: "angst" }, ben)
    expect(await undoable()).toBeNull()
    expect((await undo()).body.code).toBe("nothing-to-undo")
    expect(await picture()).toBe("angst")
  })

  it("takes back a merge where that came last", async () => {
    const [fear, dread] = [await make("fear"), await make("dread")]
    await merge(fear, dread)
    expect(await undoable()).toMatchObject({ kind: "merge", from: "fear", into: "dread" })
    await undo()
    expect(await picture()).toBe("dread fear")
    expect(await undoable()).toMatchObject({ kind: "change", code: { name: "dread" } })
  })

  it("does not remove a code that has come into use", async () => {
    const fear = await make("fear")
    await make("guilt", fear, ben)
    expect(await undoable()).toBeNull()
    expect((await undo()).body.code).toBe("nothing-to-undo")
    expect((await change(fear, { removed: true })).body.code).toBe("code-in-use")
    expect(await picture()).toBe("fear(guilt)")
  })
})
