/** Corrections that wait, and what may happen meanwhile: other borders, another policy, words of strangers, a retry. */
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import * as correctionsRoute from "../../app/api/sources/[source]/corrections/route"
import * as handIns from "../../app/api/sources/[source]/hand-ins/route"
import * as passagesRoute from "../../app/api/sources/[source]/passages/route"
import * as reviewRoute from "../../app/api/sources/[source]/review/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as transcribing from "../../app/api/sources/[source]/transcribing/route"
import * as transcript from "../../app/api/sources/[source]/transcript/route"
import type { Blindness } from "../../core/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { correction } from "../../db/schema"
import { finishCorrections } from "../../server/commands/correct"
import { createSource } from "../../server/commands/createSource"
import { askToWeaken, consentToWeaken } from "../../server/commands/weakenBlindness"
import { loadTranscript } from "../../server/documents"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, ben, sue] = [] as unknown as [Person, Person, Person]
let source: string
let project: string

const SAID = [
  "Vous avez peur ?",
  "Oui, du vid, du-vid et du noir .",
  "Depui quand ?",
  "Toujours, je croi, depuis toujour.",
]

beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  await app.empty()
  ;[ana, ben, sue] = [await app.person("Ana"), await app.person("Ben"), await app.person("Sue")]
  project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
  await app.join(project, sue.id, "supervisor")
})
afterAll(() => app.close())

async function begin(blindness: Blindness) {
  const made = await createSource(app.services, {
    project,
    by: ana.id,
    title: "M7",
    kind: "interview",
    blindness,
    coders: [ana.id, ben.id],
    context: { who: "", where: "", how: "" },
    transcript: {
      speakers: [],
      turns: SAID.map((text, at) => ({ speaker: null, startMs: at * 10_000, endMs: null, text })),
    },
    passages: [
      { fromTurn: 0, toTurn: 2 },
      { fromTurn: 2, toTurn: 4 },
    ],
    recording: null,
  })
  source = made.id
}

const call = (route: Parameters<TestApp["call"]>[0], method: string, as: Person, body?: unknown) =>
  app.call(route, { method, as: as.token, params: { source }, ...(body ? { body } : {}) })

async function anchorOf(words: string) {
  const { doc, text } = await loadTranscript(app.services, source)
  const from = text.indexOf(words)
  expect(from).toBeGreaterThanOrEqual(0)
  return anchorTo(doc, text, { from, to: from + words.length })
}
let keys = 0
async function correct(as: Person, before: string, after: string, more: object = {}) {
  const { start, end } = await anchorOf(before)
  const body = { anchor: { start, end }, before, after, idempotencyKey: `key-${keys++}`, ...more }
  return call(correctionsRoute.POST, "POST", as, body)
}
const words = async () =>
  (await call(transcript.GET, "GET", ben)).body.turns.map((turn: { text: string }) => turn.text) as string[]
const listed = async (as: Person) => (await call(correctionsRoute.GET, "GET", as)).body.corrections
const passageIds = async (): Promise<string[]> =>
  (await call(sourceRoute.GET, "GET", ana)).body.passages.map(({ id }: { id: string }) => id)
async function complete(as: Person, passage: string, coded: Readonly<Record<string, string>> = {}) {
  const codings = await Promise.all(
    Object.entries(coded).map(async ([id, quote]) => ({ id, code: "c1", anchor: await anchorOf(quote) })),
  )
  const suggestedCodes = [{ id: "c1", name: "peur" }]
  const body = { passage, codings, suggestedCodes, idempotencyKey: `${passage}-${as.id}` }
  const answer = await call(handIns.POST, "POST", as, body)
  expect(answer.status).toBe(201)
}
const underReview = async (id: string) => {
  const { text } = await loadTranscript(app.services, source)
  const review = (await call(reviewRoute.GET, "GET", ana)).body
  const coding = Object.values<any>(review.codings).find((each) => each.id === id)
  return text.slice(coding.text.from, coding.text.to)
}

describe("what is revealed stays on its words", () => {
  it("[R1] [C32] also where only marks before it were corrected", async () => {
    await begin("passage")
    const [first] = await passageIds()
    await complete(ana, first!, { a1: "et du" })
    await complete(ben, first!)
    await correct(ana, "peur ?", "peur ?!?!")
    expect(await underReview("a1")).toBe("et du")
  })

  it("[C32] also where a correction begins or ends inside a word, and makes two of it", async () => {
    await begin("passage")
    const [first] = await passageIds()
    await complete(ana, first!, { a1: "et du noir" })
    await complete(ben, first!)
    await correct(ana, "du-", "du -")
    expect(await underReview("a1")).toBe("et du noir .")
  })
})

describe("[B15] a correction that waits", () => {
  it("comes with two more of its own author: nobody learns by two of their own that another has made one", async () => {
    await begin("passage")
    const states = async () => [
      (await correct(ben, "vid", "vide")).body.state,
      (await correct(ben, "Depui", "Depuis")).body.state,
    ]
    const alone = [await states(), await words(), await listed(ben)]
    await correct(ana, "croi", "crois")
    expect([await words(), (await listed(ben)).length]).toEqual([alone[1], 2])
    await begin("passage")
    for (const [before, after] of [
      ["peur", "peurs"],
      ["croi", "crois"],
    ] as const)
      await correct(ana, before, after)
    expect(await states()).toEqual(alone[0])
    expect(await words()).toEqual(SAID)
    expect((await correct(ana, "noir", "noirs")).body.state).toBe("applied")
    expect((await words())[1]).toContain("du noirs")
  })

  it("comes into the transcript with the policy under which nobody is blind", async () => {
    await begin("passage")
    const [first] = await passageIds()
    await correct(ana, "Depui", "Depuis")
    await complete(ana, first!)
    const { weakening } = await askToWeaken(app.services, { source, by: ana.id, to: "open" })
    expect((await words())[2]).toBe(SAID[2])
    expect((await consentToWeaken(app.services, { source, weakening, by: ben.id })).inForce).toBe(true)
    expect((await words())[2]).toBe("Depuis quand ?")
  })

  it("belongs to the passage in which its words are, whatever borders are moved", async () => {
    for (const moved of ["by hand", "while it was written"]) {
      await begin("passage")
      await correct(ana, "croi", "croi (rires)")
      if (moved === "by hand") await call(passagesRoute.PUT, "PUT", ana, { starts: [0, 3] })
      else await rewritten()
      const passages = await passageIds()
      await complete(ana, passages[1]!)
      await complete(ben, passages[1]!)
      expect((await words()).join("\n")).toContain("je croi (rires),")
      expect(await listed(ben)).toMatchObject([{ by: { name: "Ana" }, state: "applied" }])
    }
  })
})

/** The transcript is opened, written in, and closed. */
async function rewritten() {
  await call(transcribing.POST, "POST", ana)
  const { doc } = await loadTranscript(app.services, source)
  const { encodeStateAsUpdate } = await import("yjs")
  doc.getText("text").insert(0, "Alors. ")
  const update = encodeStateAsUpdate(doc)
  await app.services.docs.append(`source/${source}`, [{ data: update, member: ana.id, session: null }])
  await call(transcribing.DELETE, "DELETE", ana)
}

describe("a correction", () => {
  it("[S52] [S55] keeps of what is said of its place nothing but the place", async () => {
    await begin("passage")
    const { start, end } = (await anchorOf("vid")) as any
    let deep: unknown = "canary"
    for (let level = 0; level < 2_000; level++) deep = [deep]
    const anchor = { start: { ...start, canary: "canary" }, end: { ...end, deep: [["canary"]] } }
    expect((await correct(ana, "vid", "vide", { anchor })).status).toBe(201)
    const [row] = await app.services.db.select().from(correction).where(eq(correction.source, source))
    expect(JSON.stringify(row)).not.toContain("canary")
    const answer = await correct(ana, "vid", "vide", { anchor: { start: { ...start, deep }, end } })
    expect(answer.status).toBeLessThan(500)
  })

  it("[S56] is answered as before when it is asked again, also while the transcript is written", async () => {
    await begin("passage")
    const again = { idempotencyKey: "again" }
    const first = await correct(ana, "vid", "vide", again)
    await call(transcribing.POST, "POST", ana)
    const second = await correct(ana, "vid", "vide", again)
    expect([second.status, second.body]).toEqual([first.status, first.body])
  })

  it("[S57] cannot be piled up: beyond what anybody makes it is refused, and costs the other nothing", async () => {
    await begin("passage")
    const { start, end } = await anchorOf("vid")
    const row = { source, passage: (await passageIds())[0]!, before: "vid", after: "vid (rires)" }
    const many = Array.from({ length: 500 }, (_, at) => ({
      ...row,
      id: `c${at}`,
      key: `k${at}`,
      account: ana.id,
      anchor: { start, end },
      createdAt: new Date(),
    }))
    await app.services.db.insert(correction).values(many)
    expect((await correct(ana, "vid", "vide (rires)")).body.code).toBe("too-many-corrections")
    expect((await correct(ben, "vid", "vide (rires)")).status).toBe(201)
  })

  it("comes with housekeeping also where the transcript of another source cannot be read", async () => {
    await begin("passage")
    await correct(ana, "vid", "vide")
    const unreadable = `source/${source}`
    const [row] = await app.services.db.select().from(correction)
    await app.services.docs.append(unreadable, [{ data: new Uint8Array([9]), member: null, session: null }])
    await begin("open")
    const { start, end } = await anchorOf("vid")
    const waiting = { ...row!, source, id: "c", key: "c", anchor: { start, end } }
    await app.services.db.insert(correction).values(waiting)
    await finishCorrections(app.services)
    expect((await words())[1]).toContain("du vide,")
  })
})
