import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as codesRoute from "../../app/api/projects/[project]/codes/route"
import * as handInsRoute from "../../app/api/sources/[source]/hand-ins/route"
import * as readingsRoute from "../../app/api/sources/[source]/readings/route"
import { code as codes, laterReading, reveal } from "../../db/schema"
import { createCode } from "../../server/commands/changeCodebook"
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
beforeEach(async () => {
  study = await openShortStudy(app)
  ;({ ana, ben } = study)
})

/** Hands in one coding in a passage, with a code of one's own; none: an empty hand-in. */
async function handIn(as: Someone, at: number, suggested?: { id: string; name: string }) {
  return handInWith(as, at, suggested?.id, suggested)
}

/** The same with any code. */
async function handInWith(
  as: Someone,
  at: number,
  code: string | undefined,
  suggested?: { id: string; name: string },
) {
  const coding = code !== undefined && { id: `${as.id}-${at}`, code, anchor: await study.anchor(at) }
  return app.call(handInsRoute.POST, {
    method: "POST",
    as: as.token,
    params: { source: study.source },
    body: {
      passage: study.passages[at],
      codings: coding ? [coding] : [],
      suggestedCodes: suggested ? [suggested] : [],
      idempotencyKey: `${as.id} ${at}`,
    },
  })
}

/** An id that whoever knows the others can make of them. */
const foreseen = (...known: string[]) =>
  createHash("sha256").update(JSON.stringify(known)).digest("base64url").slice(0, 22)

const makeCode = (project: string, by: Someone, id: string, name: string, codable = true) =>
  createCode(app.services, {
    project,
    by: by.id,
    id,
    name,
    parent: null,
    codable,
    definition: "",
    colour: null,
  })

const codebook = async () =>
  (await app.services.db.select().from(codes).where(eq(codes.project, study.project))).sort((a, b) =>
    a.name.localeCompare(b.name),
  )

/** The names of the codes used in what was revealed of a passage, A's first. */
async function revealedNames(at: number) {
  const [row] = await app.services.db.select().from(reveal).where(eq(reveal.passage, study.passages[at]!))
  const names = new Map((await codebook()).map(({ id, name }) => [id, name]))
  return row!.row.handIns.flatMap(({ codings }) => codings.map(({ code }) => names.get(code)))
}

describe("[B25] a suggested code", () => {
  const dread = { id: "wanted", name: "dread" }

  it("keeps its id where nobody else's code has it", async () => {
    await handIn(ana, 0, dread)
    expect((await handIn(ben, 0)).body.revealed).toBe(true)
    expect((await codebook()).map(({ id, name }) => [id, name])).toEqual([["wanted", "dread"]])
  })

  it("[B13] enters under an id of its own where another project has it; no answer tells", async () => {
    const zoe = await app.person("Zoe")
    const elsewhere = await app.project(zoe.id)
    await makeCode(elsewhere, zoe, "wanted", "theirs")
    const answers = [await handIn(ana, 0, dread), await handIn(ben, 0)]
    const free = { revision: 1, lost: [] }
    expect(answers).toEqual([
      { status: 201, body: { ...free, revealed: false } },
      { status: 201, body: { ...free, revealed: true } },
    ])
    const [own, ...more] = await codebook()
    expect([own!.name, more]).toEqual(["dread", []])
    expect(own!.id).toMatch(/^[\w-]{22}$/)
    expect(await revealedNames(0)).toEqual(["dread"])
    const [theirs] = await app.services.db.select().from(codes).where(eq(codes.id, "wanted"))
    expect(theirs).toMatchObject({ project: elsewhere, name: "theirs" })
  })

  it("is the same code when it is used again later, whatever it is called by", async () => {
    const zoe = await app.person("Zoe")
    await makeCode(await app.project(zoe.id), zoe, "wanted", "theirs")
    await handIn(ana, 0, dread)
    await handIn(ana, 1, dread) // before the reveal of the first
    await handIn(ben, 0)
    await handIn(ben, 1)
    expect((await codebook()).map(({ name }) => name)).toEqual(["dread"])
    expect(await revealedNames(1)).toEqual(["dread"])
  })

  it("is not another's who gave theirs the same id: two codes, read differently", async () => {
    await handIn(ana, 0, dread)
    expect((await handIn(ben, 0, { id: "wanted", name: "calm" })).body.revealed).toBe(true)
    expect((await codebook()).map(({ name }) => name)).toEqual(["calm", "dread"])
    expect(await revealedNames(0)).toEqual(["dread", "calm"])
    const [row] = await app.services.db.select().from(reveal)
    expect(row!.row.groups.map(({ kind }) => kind)).toEqual(["code"])
    // Afterwards each still means their own by it.
    await handIn(ana, 1, dread)
    await handIn(ben, 1, { id: "wanted", name: "calm" })
    expect(await revealedNames(1)).toEqual(["dread", "calm"])
  })

  it("is not what somebody put in the codebook meanwhile under its id", async () => {
    await handIn(ana, 0, dread)
    await makeCode(study.project, ben, "wanted", "a category", false)
    expect((await handIn(ben, 0)).body.revealed).toBe(true)
    expect(await revealedNames(0)).toEqual(["dread"])
  })

  it("is revealed, and enters once, when its coder has taken every id that can be made of what is known", async () => {
    const elsewhere = await app.project(ana.id)
    await makeCode(elsewhere, ana, "wanted", "one")
    await makeCode(elsewhere, ana, foreseen(study.project, ana.id, "wanted"), "two")
    for (const at of [0, 1]) {
      await handIn(ana, at, dread)
      expect((await handIn(ben, at)).body.revealed).toBe(true)
      expect(await revealedNames(at)).toEqual(["dread"])
    }
    expect((await codebook()).map(({ name }) => name)).toEqual(["dread"])
  })

  it("has an id of its own that is made of nothing known: no other is drawn alike", async () => {
    const zoe = await app.person("Zoe")
    await makeCode(await app.project(zoe.id), zoe, "wanted", "theirs")
    await handIn(ana, 0, dread)
    await handIn(ben, 0, { id: "wanted", name: "calm" })
    const ids = (await codebook()).map(({ id }) => id)
    expect(new Set([...ids, "wanted"]).size).toBe(3)
    for (const { id: who } of [ana, ben]) expect(ids).not.toContain(foreseen(study.project, who, "wanted"))
  })
})

describe("[B25] a code planted in the codebook", () => {
  const dread = { id: "wanted", name: "dread" }
  const planted = [
    ["another code", true],
    ["a category, that no text is coded with", false],
  ] as const

  it.each(planted)("beside another's code does not take their codings: %s", async (_, codable) => {
    await makeCode(study.project, ana, "fear", "fear")
    await makeCode(study.project, ben, "planted", "planted", codable)
    expect((await handInWith(ana, 0, "fear")).body).toEqual({ revision: 1, lost: [], revealed: false })
    await handIn(ben, 0)
    expect(await revealedNames(0)).toEqual(["fear"])
    // It is there, for whoever means it.
    expect((await codebook()).map(({ name }) => name)).toEqual(["fear", "planted"])
    expect((await handInWith(ana, 1, "planted")).status).toBe(codable ? 201 : 409)
  })

  it.each(planted)(
    "under the id of one that is suggested does not take its codings: %s",
    async (_, codable) => {
      await makeCode(study.project, ben, "wanted", "planted", codable)
      await makeCode(study.project, ben, foreseen(study.project, ana.id, "wanted"), "planted too", codable)
      expect((await handIn(ana, 0, dread)).body).toEqual({ revision: 1, lost: [], revealed: false })
      await handIn(ben, 0)
      expect(await revealedNames(0)).toEqual(["dread"])
      expect((await codebook()).map(({ name }) => name)).toEqual(["dread", "planted", "planted too"])
      // Who does not suggest one by that id means the codebook's.
      expect((await handInWith(ana, 1, "wanted")).status).toBe(codable ? 201 : 409)
    },
  )

  it("is what is meant where nobody suggests one under its id", async () => {
    await makeCode(study.project, ben, "fear", "fear")
    await handInWith(ana, 0, "fear")
    await handIn(ben, 0)
    expect(await revealedNames(0)).toEqual(["fear"])
    const unknown = await handInWith(ana, 1, "no-such-code")
    expect(unknown).toMatchObject({ status: 422, body: { code: "unknown-code" } })
  })
})

describe("an id that a client chooses", () => {
  it.each(["__proto__", "constructor", "toString", "with a space", "a/b", "ä", "", "x".repeat(101)])(
    "is refused where it is not shaped as one: %j",
    async (id) => {
      const named = (id: string) => ({ id, name: "a name" })
      const codes = (id: string) =>
        app.call(codesRoute.POST, {
          method: "POST",
          as: ana.token,
          params: { project: study.project },
          body: named(id),
        })
      expect([(await codes(id)).status, (await handIn(ana, 0, named(id))).status]).toEqual([422, 422])
      expect([
        (await codes("V1StGXR8_Z5jdHi6B-myTA")).status,
        (await handIn(ana, 0, named("mine"))).status,
      ]).toEqual([201, 201])
    },
  )
})

describe("a later reading", () => {
  const read = async (as: Someone, id: string) =>
    app.call(readingsRoute.POST, {
      method: "POST",
      as: as.token,
      params: { source: study.source },
      body: { id, code: "fear", anchor: await study.anchor(0) },
    })

  beforeEach(async () => {
    await makeCode(study.project, ana, "fear", "fear")
    await handIn(ana, 0)
    await handIn(ben, 0)
  })

  it("is called as asked; asked for again it is there once", async () => {
    expect((await read(ana, "mine")).body.id).toBe("mine")
    expect(await read(ana, "mine")).toEqual({
      status: 201,
      body: { id: "mine", passages: [study.passages[0]] },
    })
    expect(await app.services.db.select().from(laterReading)).toHaveLength(1)
  })

  it("is called otherwise where somebody else's is called so", async () => {
    await read(ana, "mine")
    const { status, body } = await read(ben, "mine")
    expect(status).toBe(201)
    expect(body.id).not.toBe("mine")
    const rows = await app.services.db.select().from(laterReading)
    expect(rows.map(({ id, by }) => [id, by]).sort()).toEqual(
      [
        ["mine", ana.id],
        [body.id, ben.id],
      ].sort(),
    )
  })
})
