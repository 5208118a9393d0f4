/** Words of a transcript that are corrected while it is coded: where codings are then, and who learns what. */
import { and, eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import * as correctionsRoute from "../../app/api/sources/[source]/corrections/route"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import * as handIns from "../../app/api/sources/[source]/hand-ins/route"
import * as passagesRoute from "../../app/api/sources/[source]/passages/route"
import * as reviewRoute from "../../app/api/sources/[source]/review/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as transcribing from "../../app/api/sources/[source]/transcribing/route"
import * as transcript from "../../app/api/sources/[source]/transcript/route"
import { ERASED } from "../../core/erasing"
import type { Blindness } from "../../core/model"
import { textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { replace, type } from "../../core/ydoc/editing"
import { putCoding } from "../../core/ydoc/layer"
import { readTranscript } from "../../core/ydoc/source"
import { correction, docUpdate, handIn, reveal, source as sources } from "../../db/schema"
import { finishCorrections } from "../../server/commands/correct"
import { createSource } from "../../server/commands/createSource"
import { loadLayer, loadTranscript } from "../../server/documents"
import { openRoom } from "../support/person"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let origin: string
let stop: () => Promise<void>
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, ben, sue, olga] = [] as unknown as [Person, Person, Person, Person]
let source: string
let project: string

const SAID = [
  "Vous avez peur ?",
  "Oui, du vid et du noir.",
  "Depui quand ?",
  "Toujours, je croi, depuis toujour.",
]

beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
})
beforeEach(async () => {
  await app.empty()
  ;[ana, ben, sue, olga] = [
    await app.person("Ana"),
    await app.person("Ben"),
    await app.person("Sue"),
    await app.person("Olga"),
  ]
  project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
  await app.join(project, sue.id, "supervisor")
  await app.join(project, olga.id, "observer")
})
afterAll(async () => {
  await app.sync.stop()
  await stop()
  await app.close()
})

async function begin(blindness: Blindness, coders = [ana.id, ben.id]) {
  const made = await createSource(app.services, {
    project,
    by: ana.id,
    title: "M7",
    kind: "interview",
    blindness,
    coders,
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

const params = () => ({ source })
const call = (route: Parameters<TestApp["call"]>[0], method: string, as: Person, body?: unknown) =>
  app.call(route, { method, as: as.token, params: params(), ...(body ? { body } : {}) })

async function anchorOf(words: string) {
  const { doc, text } = await loadTranscript(app.services, source)
  const from = text.indexOf(words)
  expect(from).toBeGreaterThanOrEqual(0)
  return anchorTo(doc, text, { from, to: from + words.length })
}
let keys = 0
async function correct(as: Person, before: string, after: string, key = `key-${keys++}`) {
  const { start, end } = await anchorOf(before)
  return call(correctionsRoute.POST, "POST", as, {
    anchor: { start, end },
    before,
    after,
    idempotencyKey: key,
  })
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
  const body = {
    passage,
    codings,
    suggestedCodes: [{ id: "c1", name: "peur" }],
    idempotencyKey: `${passage}-${as.id}`,
  }
  return call(handIns.POST, "POST", as, body)
}
const reviewed = async () => (await call(reviewRoute.GET, "GET", ana)).body
const underReview = async (id: string) => {
  const text = textOf((await loadTranscript(app.services, source)).turns)
  const coding = Object.values<any>((await reviewed()).codings).find((each) => each.id === id)
  return { now: text.slice(coding.text.from, coding.text.to), quote: coding.quote, words: coding.words }
}

describe("a transcript that is coded", () => {
  it("[C32] is corrected at once where nobody is blind: whoever has it open sees it, no passage moves", async () => {
    await begin("open")
    const open = await openRoom(origin, { authorization: `Bearer ${ben.token}` }, `source/${source}`, {})
    expect((await correct(ana, "vid et", "vide et")).body.state).toBe("applied")
    await vi.waitFor(() => expect(textOf(readTranscript(open.doc).turns)).toContain("du vide et"), 5_000)
    open.close()
    expect(await words()).toEqual([SAID[0], "Oui, du vide et du noir.", SAID[2], SAID[3]])
    const { passages, source: seen } = (await call(sourceRoute.GET, "GET", ana)).body
    const text = (await words()).join("\n")
    expect(passages.map(({ from, to }: any) => text.slice(from, to))).toEqual([
      "Vous avez peur ?\nOui, du vide et du noir.",
      "Depui quand ?\nToujours, je croi, depuis toujour.",
    ])
    expect(seen.transcriptVersion).toBe(2)
    expect(await listed(ben)).toMatchObject([
      { before: "vid et", after: "vide et", state: "applied", mine: false, by: { name: "Ana" } },
    ])
  })

  it("[C32] keeps what is handed in on the words that stand for its own, also where they are more or fewer", async () => {
    await begin("open")
    const [first] = await passageIds()
    await complete(ana, first!, { a1: "du vid", a2: "du noir" })
    await correct(ben, "Oui, du vid", "Oui oui, du grand vide")
    await complete(ben, first!, { b1: "du grand vide", b2: "du noir" })
    for (const at of [1, 2])
      expect((await underReview(`a${at}`)).words).toEqual((await underReview(`b${at}`)).words)
    expect((await underReview("a1")).now).toBe("du grand vide")
    expect(await underReview("a2")).toMatchObject({ now: "du noir.", words: { from: 9, to: 11 } })
  })

  it("[R1] [C32] leaves what was revealed as it is, and shows it where its words stand today", async () => {
    await begin("passage")
    const [first, second] = await passageIds()
    await complete(ana, first!, { a1: "vid et du", a2: "noir" })
    await complete(ben, first!, { b1: "avez" })
    await complete(ana, second!, { a3: "quand" })
    await complete(ben, second!)
    const rows = await app.services.db.select().from(reveal).where(eq(reveal.source, source))
    expect((await correct(ana, "avez peur", "avez eu très peur")).body.state).toBe("applied")
    expect((await correct(ben, "vid", "vide, euh,")).body.state).toBe("applied")
    expect((await correct(ben, "noir", "noir (rires)")).body.state).toBe("applied")
    expect(await app.services.db.select().from(reveal).where(eq(reveal.source, source))).toEqual(rows)
    expect(await underReview("a1")).toMatchObject({ now: "vide, euh, et du", quote: "vid et du" })
    expect(await underReview("a2")).toMatchObject({ now: "noir (rires)." })
    expect(await underReview("b1")).toMatchObject({ now: "avez eu très", quote: "avez" })
    expect(await underReview("a3")).toMatchObject({ now: "quand", quote: "quand" })
    const text = (await words()).join("\n")
    const spans = Object.values<any>((await reviewed()).passages).map(({ span }) =>
      text.slice(span.from, span.to),
    )
    expect(spans.sort()).toEqual([
      "Depui quand ?\nToujours, je croi, depuis toujour.",
      "Vous avez eu très peur ?\nOui, du vide, euh, et du noir (rires).",
    ])
  })

  it("[C32] takes the same correction from two as one, and drops one whose words became others, not its text", async () => {
    await begin("open")
    const elsewhere = await anchorOf("Depui")
    await begin("passage")
    const anchor = await anchorOf("Depui")
    const wait = (as: Person, after: string, key: string, at = anchor) =>
      call(correctionsRoute.POST, "POST", as, { anchor: at, before: "Depui", after, idempotencyKey: key })
    expect((await wait(ana, "Depuis", "zero", elsewhere)).body.code).toBe("words-changed")
    expect((await wait(ana, "Depuis", "one")).body.state).toBe("waits")
    expect((await wait(ben, "Depuis", "two")).body.state).toBe("waits")
    expect((await wait(ben, "Après", "three")).body.state).toBe("waits")
    await correct(ana, "peur", "peurs")
    expect((await correct(ana, "vid", "vide")).body.state).toBe("applied")
    expect((await correct(ben, "noir", "noirs")).body.state).toBe("applied")
    expect((await words())[2]).toBe("Depuis quand ?")
    expect((await call(sourceRoute.GET, "GET", ana)).body.source.transcriptVersion).toBe(5)
    expect((await listed(ben)).filter(({ mine }: any) => mine)).toMatchObject([
      { after: "Depuis", state: "applied" },
      { after: "Après", state: "dropped" },
      { after: "noirs", state: "applied" },
    ])
  })
})

describe("[B15] where two are blind to each other", () => {
  it("typos come several at a time and unsigned: in the transcript, its log, and the list", async () => {
    await begin("passage")
    expect((await correct(ana, "vid et", "vide et")).body.state).toBe("waits")
    expect((await correct(ana, "Depui", "Depuis")).body.state).toBe("waits")
    expect(await words()).toEqual(SAID)
    expect(await listed(ben)).toEqual([])
    expect(await listed(sue)).toMatchObject([{ by: { name: "Ana" }, state: "waits" }, {}])
    expect((await correct(ben, "peur", "peurs")).body.state).toBe("waits")
    expect(await words()).toEqual(SAID)
    expect((await correct(ana, "croi", "crois")).body.state).toBe("applied")
    expect(await words()).toEqual([
      SAID[0],
      "Oui, du vide et du noir.",
      "Depuis quand ?",
      "Toujours, je crois, depuis toujour.",
    ])
    const room = eq(docUpdate.room, `source/${source}`)
    const log = await app.services.db.select().from(docUpdate).where(room)
    expect(log.at(-1)).toMatchObject({ member: null, session: null })
    const [own, ...others] = await listed(ben)
    expect(others.map(({ by, at, mine }: any) => [by, at, mine])).toEqual(
      Array.from({ length: 3 }, () => [null, null, false]),
    )
    expect(own).toMatchObject({ mine: true, by: { name: "Ben" } })
    expect(JSON.stringify(others)).not.toContain(ana.id)
  })

  it("remarks wait until their passage is revealed, and come then; the supervisor's do not wait", async () => {
    await begin("passage")
    const [first] = await passageIds()
    for (const [before, after] of [
      ["noir", "noir (rires)"],
      ["vid", "vid (silence)"],
      ["peur", "peur (ironique)"],
    ] as const)
      expect((await correct(ana, before, after)).body.state).toBe("waits")
    expect((await correct(sue, "Oui,", "Oui (soupir),")).body.state).toBe("applied")
    await complete(ana, first!, { a1: "du noir" })
    await complete(ben, first!, { b1: "du noir" })
    expect((await words()).slice(0, 2)).toEqual([
      "Vous avez peur (ironique) ?",
      "Oui (soupir), du vid (silence) et du noir (rires).",
    ])
    const [row] = await app.services.db.select().from(reveal).where(eq(reveal.source, source))
    expect(row!.row.text).toContain("Oui (soupir), du vid et du noir.")
    expect((await underReview("b1")).now).toBe("du noir (rires).")
    expect(await listed(ben)).toHaveLength(4)
    expect((await listed(ben)).every(({ by }: any) => by !== null)).toBe(true)
  })

  it("go with their words where passages are cut anew before coding opens", async () => {
    await begin("passage")
    expect((await correct(ana, "noir", "noir (rires)")).body.state).toBe("waits")
    for (const [before, after] of [
      ["vid", "vide"],
      ["Depui quand", "Depuis quand"],
      ["croi", "crois"],
    ] as const)
      await correct(ben, before, after)
    const move = { method: "PUT", as: ana.token, params: params(), body: { starts: [0, 1, 2] } }
    expect((await app.call(passagesRoute.PUT, move)).status).toBe(200)
    const [, second] = await passageIds()
    await complete(ana, second!)
    await complete(ben, second!)
    expect((await words())[1]).toBe("Oui, du vide et du noir (rires).")
    expect(await listed(ana)).toMatchObject([
      { after: "noir (rires)", by: { name: "Ana" }, state: "applied" },
      { after: "vide", by: { name: "Ben" } },
      { by: null },
      { by: null },
    ])
  })

  it("go with their words where the transcript is written on before coding opens", async () => {
    await begin("passage")
    await correct(ana, "noir", "noir (rires)")
    await correct(ana, "Toujours", "Toujours (soupir)")
    await call(transcribing.POST, "POST", ana)
    const open = await openRoom(origin, { authorization: `Bearer ${ana.token}` }, `source/${source}`, {})
    type(open.doc, 0, "Alors. ")
    const from = textOf(readTranscript(open.doc).turns).indexOf("Toujours, je croi, ")
    replace(open.doc, { from, to: from + "Toujours, je croi, ".length }, "")
    await vi.waitFor(async () => expect((await words())[3]).toBe("depuis toujour."), 5_000)
    open.close()
    await call(transcribing.DELETE, "DELETE", ana)
    for (const passage of await passageIds()) {
      await complete(ana, passage)
      await complete(ben, passage)
    }
    expect(await words()).toEqual([
      "Alors. Vous avez peur ?",
      "Oui, du vid et du noir (rires).",
      "Depui quand ?",
      "depuis toujour.",
    ])
    expect((await listed(ana)).map(({ state }: any) => state)).toEqual(["applied", "dropped"])
  })

  it("what a crash cut short comes with the next housekeeping", async () => {
    await begin("passage")
    for (const [before, after] of [
      ["vid", "vide"],
      ["Depui", "Depuis"],
    ] as const)
      await correct(ana, before, after)
    const [row] = await app.services.db.select().from(correction).where(eq(correction.source, source))
    const start = await anchorOf("croi")
    await app.services.db
      .insert(correction)
      .values({ ...row!, id: "c", key: "c", before: "croi", after: "crois", anchor: start })
    await finishCorrections(app.services)
    expect((await words()).join(" ")).toContain("je crois")
    const open = and(eq(correction.source, source), eq(correction.account, ana.id))
    expect(
      (await app.services.db.select().from(correction).where(open)).every(({ version }) => version !== null),
    ).toBe(true)
  })
})

describe("a correction", () => {
  it("counts once under its key; a key used for something else is refused", async () => {
    await begin("open")
    const first = await correct(ana, "vid", "vide", "k")
    const { start, end } = (await app.services.db.select().from(correction))[0]!.anchor
    const again = (after: string) =>
      call(correctionsRoute.POST, "POST", ana, {
        anchor: { start, end },
        before: "vid",
        after,
        idempotencyKey: "k",
      })
    expect((await again("vide")).body).toEqual(first.body)
    expect((await again("noir")).body.code).toBe("key-reused")
    expect((await words())[1]).toBe("Oui, du vide et du noir.")
  })

  it("is refused where other words stand, where it is none, by who only reads, and while the transcript is written", async () => {
    await begin("open")
    const { start, end } = await anchorOf("vid")
    const ask = (body: object) =>
      call(correctionsRoute.POST, "POST", ana, {
        anchor: { start, end },
        before: "vid",
        after: "vide",
        idempotencyKey: "x",
        ...body,
      })
    expect((await ask({ before: "plein" })).body.code).toBe("words-changed")
    expect((await ask({ anchor: { start: 7, end: "?" } })).body.code).toBe("words-changed")
    for (const after of ["vid", "…", "vide\nnoir"])
      expect((await ask({ after })).body.code).toBe("not-a-correction")
    expect((await correct(olga, "vid", "vide")).status).toBe(403)
    expect((await call(correctionsRoute.GET, "GET", olga)).status).toBe(404)
    await call(transcribing.POST, "POST", ana)
    expect((await ask({})).body.code).toBe("being-transcribed")
    await call(transcribing.DELETE, "DELETE", ana)
    expect(await words()).toEqual(SAID)
    expect((await ask({})).body.state).toBe("applied")
    await call(transcribing.POST, "POST", ana)
    // What was kept before is answered again.
    expect((await ask({})).body.state).toBe("applied")
  })

  it("[S65] is erased with the words it holds, whether it is in the transcript or waits", async () => {
    await begin("passage")
    await correct(ana, "Depui quand", "Depuis Mauricette quand")
    await correct(ana, "croi", "Mauricette")
    await correct(sue, "vid", "Mauricette")
    const erase = await call(erasures.POST, "POST", ana, {
      spans: [],
      words: "Mauricette",
      places: [],
      mark: ERASED,
    })
    expect(erase.status).toBe(201)
    const rows = await app.services.db.select().from(correction).where(eq(correction.source, source))
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain("Mauricette")
    const text = (await words()).join("\n")
    const span = { from: text.indexOf("Oui"), to: text.indexOf("Oui") + 3, words: "Oui" }
    await call(erasures.POST, "POST", ana, { spans: [span], words: null, places: [], mark: ERASED })
    const [, , there] = await app.services.db.select().from(correction).where(eq(correction.source, source))
    expect(there).toMatchObject({ before: ERASED, after: ERASED })
  })

  it("[S65] is quoted as it stands by codings made after it, also where something was erased before", async () => {
    await begin("open")
    const erase = { spans: [], words: "Toujours", places: [], mark: ERASED }
    await call(erasures.POST, "POST", ana, erase)
    const room = await openRoom(
      origin,
      { authorization: `Bearer ${ana.token}` },
      `layer/${source}/${ana.id}`,
      {
        ack: true,
      },
    )
    const code = async (id: string, words: string) =>
      putCoding(room.doc, {
        id,
        code: "c1",
        anchor: await anchorOf(words),
        createdAt: "",
        memo: null,
        shareMemo: false,
      })
    await code("before", "et du noir")
    await correct(ana, "vid", "vide immense")
    await code("after", "vide immense")
    const quotes = async () => {
      const { codings } = await loadLayer(app.services, source, ana.id)
      return codings.map(({ anchor }) => anchor.quote).sort()
    }
    await vi.waitFor(async () => expect(await quotes()).toEqual(["et du noir", "vide immense"]), 10_000)
    room.close()
  })

  it("[C32] comes while somebody completes: what is handed in is what stands there then", async () => {
    await begin("passage")
    const [first, second] = await passageIds()
    const meanwhile = app.services.db.transaction.bind(app.services.db)
    const begun = vi.spyOn(app.services.db, "transaction")
    begun.mockImplementationOnce(async (...asked) => {
      expect((await correct(sue, "avez peur", "avez eu très peur")).status).toBe(201)
      return meanwhile(...asked)
    })
    const answers = [
      await complete(ana, first!, { a1: "du vid", a2: "noir" }),
      await complete(ana, second!, { a3: "je croi" }),
    ]
    begun.mockRestore()
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const text = (await words()).join("\n")
    expect(text).toContain("avez eu très peur")
    const rows = await app.services.db.select().from(handIn).where(eq(handIn.source, source))
    const codings = rows.flatMap((row) => row.codings)
    expect(codings.map(({ quote }) => quote).sort()).toEqual(["du vid", "je croi,", "noir."])
    for (const { text: at, quote } of codings) expect(text.slice(at.from, at.to)).toBe(quote)
  })

  it("[C32] leaves the version and the words of an unrevealed hand-in true to each other", async () => {
    await begin("passage")
    const [first] = await passageIds()
    await complete(ana, first!, { a1: "du vid", a2: "noir" })
    await correct(sue, "avez peur", "avez eu peur")
    const [row] = await app.services.db.select().from(handIn).where(eq(handIn.source, source))
    const [held] = await app.services.db.select().from(sources).where(eq(sources.id, source))
    expect(row!.transcriptVersion).toBe(held!.transcriptVersion)
    const text = (await words()).join("\n")
    for (const coding of row!.codings) expect(text.slice(coding.text.from, coding.text.to)).toBe(coding.quote)
    expect(row!.codings.map((coding) => coding.words)).toEqual([
      { from: 5, to: 7 },
      { from: 9, to: 10 },
    ])
  })
})
