import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as exportAgreement from "../../app/api/projects/[project]/agreement/export/route"
import * as agreementRoute from "../../app/api/projects/[project]/agreement/route"
import * as auditRoute from "../../app/api/projects/[project]/audit/route"
import * as exportRoute from "../../app/api/projects/[project]/export/route"
import * as projectRoute from "../../app/api/projects/[project]/route"
import * as erasures from "../../app/api/sources/[source]/erasures/route"
import * as reviewRoute from "../../app/api/sources/[source]/review/route"
import type { ShownAgreement } from "../../core/agreement/project/answer"
import type { Reveal } from "../../core/reading"
import { textSpan, wordsOf } from "../../core/text"
import type { FlagView } from "../../core/view"
import { reveal } from "../../db/schema"
import { declareTalk, expose } from "../../server/commands/expose"
import { mergeCodes } from "../../server/commands/mergeCodes"
import { propose } from "../../server/commands/propose"
import { askToWeaken, consentToWeaken } from "../../server/commands/weakenBlindness"
import { type AgreementStudy, openAgreementStudy } from "../support/agreementStudy"
import { readCsv } from "../support/csv"
import { openTestApp, type TestApp } from "../support/testApp"

const RSCRIPT = "/usr/bin/Rscript"

let app: TestApp
let study: AgreementStudy
beforeAll(async () => {
  app = await openTestApp()
  study = await openAgreementStudy(app)
}, 120_000)
afterAll(() => app.close())

const ask = (as: { token: string }, query = "draws=0", project = study.project) =>
  app.call(agreementRoute.GET, { as: as.token, params: { project }, query: `?${query}` })

async function shown(query = "draws=0"): Promise<ShownAgreement> {
  const { status, body } = await ask(study.ana, query)
  expect([status, body.shown]).toEqual([200, true])
  return body
}

async function file(
  query: string,
  as = study.ana,
): Promise<{ status: number; bytes: Uint8Array; name: string }> {
  const request = new Request(`http://binome.test/?${query}`, {
    headers: { host: "binome.test", authorization: `Bearer ${as.token}` },
  })
  const answer = await exportAgreement.GET(request, { params: Promise.resolve({ project: study.project }) })
  const name = /filename="(.*)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? ""
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()), name }
}

/** The record of passages that two coders did, from the export. */
async function doubleCoded(): Promise<Reveal[]> {
  const { body } = await app.call(exportRoute.GET, {
    as: study.ana.token,
    params: { project: study.project },
  })
  const reveals: Reveal[] = body.sources.flatMap((each: { reveals: Reveal[] }) => each.reveals)
  return reveals.filter((row) => row.handIns.length === 2)
}

/** Character by character, what each put where. */
async function characters() {
  return (await doubleCoded()).flatMap((row) => {
    const words = wordsOf(row.text)
    const codable = [...row.text].flatMap((sign, at) => (sign === "\n" ? [] : at))
    const codesAt = (coder: number, at: number) =>
      row.handIns[coder]!.codings.filter(({ words: span }) => {
        const { from, to } = textSpan(words, span)
        return from <= at && at < to
      }).map(({ code }) => code)
    return codable.map((at) =>
      row.handIns.map(({ coder }, side) => [coder, new Set(codesAt(side, at))] as const),
    )
  })
}

type Characters = Awaited<ReturnType<typeof characters>>

interface Table {
  both: number
  first: number
  second: number
  neither: number
}

function tableOf(of: Characters, code: string, first: string, second: string): Table {
  const table = { both: 0, first: 0, second: 0, neither: 0 }
  for (const codes of of) {
    const has = (coder: string) => codes.some(([who, own]) => who === coder && own.has(code))
    const [one, other] = [has(first), has(second)]
    table[one && other ? "both" : one ? "first" : other ? "second" : "neither"]++
  }
  return table
}

function kappa({ both, first, second, neither }: Table): number {
  const n = both + first + second + neither
  const expected = ((both + first) * (both + second) + (second + neither) * (first + neither)) / n ** 2
  return ((both + neither) / n - expected) / (1 - expected)
}

const kappas = ({ figures, codes }: ShownAgreement) =>
  Object.fromEntries(
    figures.codes.map(({ code, pairs }) => [
      codes.find(({ id }) => id === code)!.name,
      pairs[0]!.cohenKappa.value,
    ]),
  )

describe("the figures of a project", () => {
  it("[A14, A15] are those of the frozen codings, counted character by character", async () => {
    const answer = await shown("draws=200&seed=7")
    const { figures, codes, documents } = answer
    const counted = await characters()
    expect(figures.overall.characters).toBe(counted.length)
    let compared = 0
    for (const { code, pairs } of figures.codes)
      for (const pair of pairs) {
        const table = tableOf(counted, code, pair.first, pair.second)
        expect(pair.table).toEqual(table)
        expect(pair.cohenKappa.value).toBeCloseTo(kappa(table), 9)
        compared++
      }
    expect(compared).toBe(3)
    expect(
      codes
        .filter((code) => code.compared)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["clinic", "fear", "guilt"])
    // Two passages of one, three of the other; what one coder did alone is left out, and said so.
    expect(documents.map(({ source, passages }) => [source, passages.length])).toEqual([
      [study.m7.id, 2],
      [study.m8.id, 3],
      [study.alone.id, 1],
    ])
    expect(figures.leftOut).toEqual([{ document: study.alone.id, because: "fewer than two coders" }])
    expect(figures.resampling).toMatchObject({ by: "passage", clusters: 5, draws: 200, seed: 7 })
    expect(figures.overall.setAlphaDice.interval.low).not.toBeNull()
  })

  it("[A18] repeat every parameter; asked again they are the same bytes, whoever asks", async () => {
    const { fear, guilt } = study.codes
    const query = `unit=word&applies=0.5&codes=${fear},${guilt}&overlap=0.5&bins=10&draws=100&seed=3&cluster=passage&confidence=0.9`
    const first = await ask(study.ana, query)
    expect(first.body.asked).toEqual({
      ...{ variant: "independent", stratum: "all", sources: null, pair: null, exclude: [], exclusive: null },
      ...{
        unit: "word",
        applies: { by: "share of the unit", share: 0.5 },
        codes: [fear, guilt],
        parents: false,
      },
      ...{ overlap: 0.5, bins: 10, draws: 100, seed: 3, cluster: "passage", confidence: 0.9 },
    })
    expect(first.body.figures.parameters.draws).toBe(100)
    expect((await ask(study.claire, query)).body).toEqual(first.body)
  })

  it.each(["word", "sentence", "turn", "passage", "document"] as const)(
    "[A17] of a chosen unit (%s) count those of the frozen text",
    async (unit) => {
      const { figures } = await shown(`unit=${unit}&draws=0`)
      const words = (await doubleCoded()).reduce((sum, { text }) => sum + wordsOf(text).length, 0)
      // "Dr." ends no sentence, nor does the turn break make one of two.
      const count = { word: words, sentence: 7 + 10, turn: 4 + 6, passage: 5, document: 2 }[unit]
      expect(figures.overall.units).toBe(count)
    },
  )

  it("[A18] are refused where a parameter is wrong, unknown, repeated, or names what is not revealed", async () => {
    const nothing = await study.interview("M10", [study.ana, study.ben])
    const wrong = {
      "variant=best": "give one of independent, harmonised, negotiated",
      "unit=letter": "give one of character, word, sentence, turn, passage, document",
      "draws=-1": "give a whole number from 0 (no intervals) to 10000",
      "overlap=0": "give a share above 0, up to 1",
      "confidence=1": "give a share from 0.5 to below 1",
      "pair=a": "give the ids of two coders with a comma between them",
      "seed=1&seed=2": "given more than once",
      "sources=nowhere": "nowhere: no source with anything revealed",
      [`sources=${nothing.id}`]: `${nothing.id}: no source with anything revealed`,
      "codes=none": "none: no code of this project",
      [`pair=${study.ana.id},${study.claire.id}`]: `${study.claire.id}: no coder of whom anything is revealed`,
    }
    for (const [query, message] of Object.entries(wrong)) {
      const { status, body } = await ask(study.ana, query)
      expect([query, status, body.code, body.errors[0].message]).toEqual([
        query,
        422,
        "invalid-body",
        message,
      ])
    }
    const { body } = await ask(study.ana, "kappa=1")
    expect(body.errors[0].message).toMatch(/^no such parameter: there are variant, stratum,/)
  })

  it("[A14, B8] tell nobody a thing of what is not revealed", async () => {
    const asked = ["draws=50", "variant=negotiated&unit=turn&draws=0", "stratum=none&draws=0"]
    const before = await Promise.all(asked.map(async (query) => (await ask(study.ben, query)).body))
    const { fear, clinic } = study.codes
    // The third passage of M7 by one of its two coders; a whole interview of a source that is revealed at its end.
    await study.handIn(study.ana, study.m7, 2, [[fear, "Fear, I think."]])
    const long = await study.interview("M11", [study.ana, study.ben], "source")
    for (const at of [0, 1, 2])
      await study.handIn(
        study.ana,
        long,
        at,
        [[clinic, at === 1 ? "the knee" : "that"]].slice(0, at % 2) as never,
      )
    const after = await Promise.all(asked.map(async (query) => (await ask(study.ben, query)).body))
    expect(JSON.stringify(after)).toBe(JSON.stringify(before))
    // The control: once the other has handed in too, it counts.
    await study.handIn(study.ben, study.m7, 2, [[fear, "Fear, I think. Theirs first"]])
    const revealed = (await ask(study.ben, asked[0])).body as ShownAgreement
    expect(revealed.figures.overall.characters).toBeGreaterThan(before[0].figures.overall.characters)
  })

  it("[A16] fall into strata by what coders had seen", async () => {
    const { strata, sources } = await shown()
    // The first passage of M7, and M8, which is revealed at its end; then M7's, whose comparisons nobody opened.
    expect(strata.map(({ stratum, passages }) => [stratum, passages])).toEqual([
      ["none", 4],
      ["revealed", 2],
    ])
    expect(sources.find(({ id }) => id === study.m7.id)?.strata).toEqual({
      none: 1,
      revealed: 2,
      opened: 0,
      weakened: 0,
    })
    const blind = await shown("stratum=none&draws=0")
    expect(blind.figures.overall.characters).toBe(strata[0]!.overall.characters)
    // Somebody opens what was revealed of M7, or says that they had talked about M8.
    const { ana, ben, m7, m8 } = study
    const opening = { source: m7.id, passage: m7.passages[0]!, by: ana.id, what: "opened" as const }
    await expose(app.services, opening)
    const opened = await study.interview("M14", [ana, ben])
    for (const at of [0, 1]) {
      await study.handIn(ben, opened, at, [])
      await study.handIn(ana, opened, at, [])
      if (at === 0)
        await expose(app.services, {
          ...opening,
          source: opened.id,
          passage: opened.passages[0]!,
          by: ben.id,
        })
    }
    expect(
      (await shown("stratum=opened&draws=0")).documents.map(({ source, passages }) => [
        source,
        passages.length,
      ]),
    ).toEqual([[opened.id, 1]])
    await declareTalk(app.services, { source: m8.id, by: ben.id, talkedBefore: true })
    expect((await shown("stratum=opened&draws=0")).documents.map(({ source }) => source)).toContain(m8.id)
    const weak = await study.interview("M12", [study.ana, study.ben])
    await study.handIn(study.ana, weak, 0, [])
    const { weakening } = await askToWeaken(app.services, { source: weak.id, by: study.ana.id, to: "open" })
    await consentToWeaken(app.services, { source: weak.id, weakening, by: study.ben.id })
    await study.handIn(study.ben, weak, 0, [])
    expect((await shown()).strata.map(({ stratum, passages }) => [stratum, passages])).toContainEqual([
      "weakened",
      1,
    ])
    expect((await shown("stratum=weakened&draws=0")).documents.map(({ source }) => source)).toEqual([weak.id])
  })

  it("[A15] keep what was independent when codes are merged or decided about later", async () => {
    const { project, ana, ben, codes } = study
    const other = await study.interview("M13", [ana, ben])
    await study.handIn(ana, other, 0, [[codes.fear, "the hospital"]])
    await study.handIn(ben, other, 0, [[codes.dread, "the hospital"]])
    const [only, m7] = [`sources=${other.id}&draws=0`, `sources=${study.m7.id}&draws=0`]
    const coded = await shown(m7)
    const apart = await shown(only)
    expect(kappas(apart)).toEqual({ fear: 0, dread: 0 })
    await mergeCodes(app.services, {
      ...{ project, how: "merging" as const, by: ana.id },
      ...{ from: codes.dread, into: codes.fear },
    })
    expect((await shown(only)).figures).toEqual(apart.figures)
    expect(kappas(await shown(`${only}&variant=harmonised`))).toEqual({ fear: 1 })
    // Decided: what stands, stands for both. What is open counts as it was coded.
    const { body: review } = await app.call(reviewRoute.GET, {
      ...{ as: ana.token, params: { source: study.m7.id } },
    })
    const flags = Object.values(review.flags as Record<string, FlagView>)
    const cut = flags.find(({ kind, codes: own }) => kind === "omission" && own.includes(codes.clinic))!
    const flag = { disagreement: cut.id, oral: false, whyNotListened: "no recording", key: null }
    const verdict = { kind: "neither" } as const
    await propose(app.services, { ...flag, by: ana.id, verdict, reason: "not about the clinic" })
    const proposed = await shown(`${m7}&variant=negotiated`)
    await propose(app.services, { ...flag, by: ben.id, verdict, reason: "right" })
    expect((await shown(m7)).figures).toEqual(coded.figures)
    const decided = await shown(`${m7}&variant=negotiated`)
    const alone = ({ figures }: ShownAgreement) => {
      const { table } = figures.codes.find(({ code }) => code === codes.clinic)!.pairs[0]!
      return table.first + table.second
    }
    // Of the clinic, both agreed on one place, whose extents are one once it is talked over.
    expect(alone(coded)).toBeGreaterThan(alone(proposed))
    expect(alone(proposed)).toBe("the blood pressure.".length)
    expect(alone(decided)).toBe(0)
    expect(decided.methods.en).toContain("not agreement between independent codings")
  })

  it("[A9] count children for parents, and leave structural codes out", async () => {
    const { emotion, fear, guilt, clinic } = study.codes
    const { figures } = await shown(`parents=true&codes=${emotion},${fear}&sources=${study.m8.id}&draws=0`)
    const of = (code: string) =>
      figures.codes.find((each) => each.code === code)!.byCoder.map(({ characters }) => characters)
    expect(of(emotion).every((length, at) => length > of(fear)[at]!)).toBe(true)
    const without = await shown(`exclude=${clinic},${guilt}&draws=0`)
    expect(
      without.codes.filter((code) => code.compared).some(({ id }) => id === clinic || id === guilt),
    ).toBe(false)
  })

  it("[A22] stand beside how many disagreements there were, as the review has them", async () => {
    const { codes } = study
    for (const { id, passages } of [study.m7, study.m8]) {
      const sources = `sources=${id}&draws=0`
      const { documents } = await shown(sources)
      const [{ disagreements }] = documents as [(typeof documents)[number]]
      const { body: review } = await app.call(reviewRoute.GET, {
        ...{ as: study.ana.token, params: { source: id } },
      })
      const flags = Object.values(review.flags as Record<string, FlagView>)
      expect(flags.length).toBeGreaterThan(1)
      for (const code of [codes.fear, codes.guilt, codes.clinic])
        expect(disagreements.codes[code] ?? 0).toBe(
          flags.filter(({ units }) => units.some((unit) => review.codings[unit].code === code)).length,
        )
      // Each lies in some tenth; a tenth has those with a word between its ends.
      const at = ({ passage, word }: { passage: string; word: number }) =>
        1_000 * passages.indexOf(passage) + word
      const within = (from: number, to: number) =>
        flags.filter(({ passage, words }) => {
          const here = 1_000 * passages.indexOf(passage)
          return here + words.from < to && from < here + words.to
        }).length
      for (const { from, to, count } of disagreements.stretches) expect(count).toBe(within(at(from), at(to)))
      expect(disagreements.stretches.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(
        flags.length,
      )
      const { emotion } = codes
      const above = (await shown(`${sources}&parents=true`)).documents[0]!.disagreements.codes[emotion]
      expect(above).toBe(
        flags.filter(({ units }) =>
          units.some((unit) => [codes.fear, codes.guilt].includes(review.codings[unit].code)),
        ).length,
      )
    }
  })

  it("[A23] stand beside what one has and the other has not, with its words", async () => {
    const found = async (query: string) =>
      (await shown(query)).unmatched.first.map(({ passage, coder, code, quote, overlap }) =>
        [passage, coder, code, quote, overlap.toFixed(9)].join(" | "),
      )
    const counted = (least: number, rows: readonly Reveal[]) =>
      rows.flatMap(({ passage, text, handIns }) => {
        const words = wordsOf(text)
        const spans = handIns.map(({ coder, codings }) =>
          codings.map((coding) => ({ ...textSpan(words, coding.words), coder, code: coding.code })),
        )
        return spans.flatMap((own, side) =>
          own.flatMap(({ from, to, coder, code }) => {
            const overlaps = spans[1 - side]!.filter((other) => other.code === code).map((other) => {
              const both = Math.min(to, other.to) - Math.max(from, other.from)
              return both <= 0 ? 0 : both / (Math.max(to, other.to) - Math.min(from, other.from))
            })
            const best = Math.max(0, ...overlaps)
            const line = [passage, coder, code, text.slice(from, to), best.toFixed(9)].join(" | ")
            return best >= least ? [] : [line]
          }),
        )
      })
    const rows = (await doubleCoded()).filter(({ passage }) =>
      [study.m7, study.m8].some((source) => source.passages.includes(passage)),
    )
    const both = `sources=${study.m7.id},${study.m8.id}&draws=0`
    for (const least of [0.9, 0.5]) {
      const expected = counted(least, rows)
      expect(expected.length).toBeGreaterThan(2)
      expect((await found(`${both}&overlap=${least}`)).sort()).toEqual(expected.sort())
    }
    const { of } = (await shown(both)).unmatched
    const table = readCsv(strFromU8((await file(`format=csv&table=unmatched&${both}`)).bytes))
    expect(table).toHaveLength(of)
    expect(table[0]).toMatchObject({ document: "M7", passage: "1", not_found_by: expect.any(String) })
    expect(table.map(({ words }) => words)).toContain("the blood pressure.")
  })

  it("[A17, S63] do not move when words are erased", async () => {
    const figures = async () =>
      Promise.all(
        ["draws=50", "unit=word&draws=0", "unit=sentence&draws=0"].map(
          async (query) => (await shown(`${query}&sources=${study.m7.id},${study.m8.id}`)).figures,
        ),
      )
    const before = await figures()
    const unmatched = async () => (await shown(`sources=${study.m7.id}&draws=0`)).unmatched
    const quoted = await unmatched()
    const words = "Dr. Martin, who came before me"
    const find = await app.call(erasures.GET, {
      as: study.ana.token,
      params: { source: study.m7.id },
      query: `?find=${encodeURIComponent(words)}`,
    })
    const spans = find.body.transcript.map(
      ({ from, to, words }: { from: number; to: number; words: string }) => ({ from, to, words }),
    )
    expect(spans).toHaveLength(1)
    const erased = await app.call(erasures.POST, {
      method: "POST",
      as: study.ana.token,
      params: { source: study.m7.id },
      body: { spans, words, places: [] },
    })
    expect(erased.status).toBe(201)
    expect(await figures()).toEqual(before)
    // What it quotes is quoted without the words, and shows that words were there.
    const after = await unmatched()
    expect(after.first.map(({ quote: _, ...rest }) => rest)).toEqual(
      quoted.first.map(({ quote: _, ...rest }) => rest),
    )
    expect(JSON.stringify(quoted)).toContain(words)
    expect(JSON.stringify(after)).not.toContain("Martin")
    expect(after.first.map(({ quote }) => quote)).toContain(`${words.replace(/\S+/g, "[⋯]")},`)
    const { body } = await app.call(exportRoute.GET, {
      as: study.ana.token,
      params: { project: study.project },
    })
    // The export tells no word's length: the rows that have them are read from the table.
    const rows: Reveal[] = body.sources.flatMap((each: { reveals: Reveal[] }) => each.reveals)
    expect(rows.some(({ text }) => text.includes("[⋯]"))).toBe(true)
    expect(rows.filter((row) => "measure" in row)).toEqual([])
    const kept = await app.services.db.select({ row: reveal.row }).from(reveal)
    expect(
      kept.some(
        ({ row: { text, measure } }) => text.includes("[⋯]") && measure && measure.length !== text.length,
      ),
    ).toBe(true)
  })
})

describe("[A14] who reads them", () => {
  it("is whoever reads what is revealed; who observes does not", async () => {
    expect((await ask(study.observer)).status).toBe(404)
    expect((await file("format=xlsx", study.observer)).status).toBe(404)
    for (const reader of [study.ana, study.ben, study.claire]) expect((await ask(reader)).status).toBe(200)
  })

  it("is nobody where the approach makes them unwelcome, unless an owner chooses so; the trail keeps it", async () => {
    const { project, ana, ben } = study
    const change = (as: { token: string }, body: object) =>
      app.call(projectRoute.PATCH, { method: "PATCH", as: as.token, params: { project }, body })
    expect((await change(ben, { agreement: "hidden" })).status).toBe(403)
    expect((await change(ana, { approach: "phenomenological" })).body.agreement).toBeNull()
    const hidden = (await ask(ben)).body
    expect(hidden).toMatchObject({ shown: false, by: "approach", approach: "phenomenological" })
    expect(hidden.figures).toBeUndefined()
    expect(hidden.paragraph.fr).toContain("phénoménologique")
    expect(hidden.paragraph.en).toContain("No intercoder agreement coefficient is reported")
    await change(ana, { approach: "reflexive-thematic" })
    const reflexive = (await ask(ben)).body
    expect(reflexive).toMatchObject({ shown: false, by: "approach" })
    expect(reflexive.paragraph.fr).toContain("analyse thématique réflexive")
    expect(reflexive.paragraph.en).toContain("reflexive thematic analysis")
    const refused = await file("format=csv", ben)
    expect([refused.status, JSON.parse(strFromU8(refused.bytes)).code]).toEqual([409, "agreement-hidden"])
    expect((await change(ana, { agreement: "shown" })).body.agreement).toBe("shown")
    expect((await ask(ben)).body).toMatchObject({ shown: true, by: "choice" })
    await change(ana, { approach: "thematic", agreement: "hidden" })
    expect((await ask(ben)).body).toMatchObject({ shown: false, by: "choice", approach: "thematic" })
    await change(ana, { agreement: null })
    expect((await ask(ben)).body).toMatchObject({ shown: true, by: "approach" })
    const { body: trail } = await app.call(auditRoute.GET, { as: ana.token, params: { project } })
    const actions = trail.entries.map(({ action }: { action: string }) => action)
    expect(actions.filter((each: string) => /^agreement-(shown|hidden)$/.test(each))).toEqual([
      ...["agreement-shown", "agreement-hidden", "agreement-shown", "agreement-hidden"],
    ])
  })
})

describe("[A19] what is exported", () => {
  it("holds every table, as they are shown; names are no formulas", async () => {
    const { figures } = await shown()
    const all = await file("format=csv&draws=0")
    expect([all.status, all.name]).toEqual([200, "agreement-csv.zip"])
    const files = unzipSync(all.bytes)
    const pairs = readCsv(strFromU8(files["code-pairs.csv"]!))
    expect(pairs.map(({ code_id, cohen_kappa }) => [code_id, cohen_kappa])).toEqual(
      figures.codes.flatMap(({ code, pairs }) =>
        pairs.map(({ cohenKappa }) => [code, cohenKappa.value === null ? "" : String(cohenKappa.value)]),
      ),
    )
    const one = await file("format=csv&table=code-pairs&draws=0")
    expect([one.name, strFromU8(one.bytes)]).toEqual([
      "agreement-code-pairs.csv",
      strFromU8(files["code-pairs.csv"]!),
    ])
    const parameters = readCsv(strFromU8(files["parameters.csv"]!))
    expect(parameters).toContainEqual({ parameter: "variant", value: "independent" })
    const book = unzipSync((await file("format=xlsx&draws=0")).bytes)
    const sheets = strFromU8(book["xl/workbook.xml"]!)
    for (const name of Object.keys(files)) expect(sheets).toContain(`name="${name.replace(".csv", "")}"`)
    const cells = Object.keys(book).filter((name) => name.startsWith("xl/worksheets/"))
    expect(cells.map((name) => strFromU8(book[name]!)).join("")).not.toContain("<f>")
    const { status } = await file("format=pdf")
    expect(status).toBe(422)
  })

  it("is a long table from which anybody's program finds the same figure", async () => {
    const { figures, codes, coders, documents } = await shown("unit=character&draws=0")
    const name = (of: readonly { id: string; name: string }[], id: string) =>
      of.find((each) => each.id === id)!.name
    const zip = unzipSync((await file("format=r&draws=0")).bytes)
    const rows = readCsv(strFromU8(zip["units.csv"]!))
    expect(new Set(rows.map(({ document }) => document)).size).toBe(figures.documents.length)
    expect(documents.length).toBeGreaterThan(figures.documents.length)
    for (const { code, pairs } of figures.codes) {
      const pair = pairs[0]!
      const own = rows.filter((row) => row.code === name(codes, code))
      const key = ({ document, unit }: Record<string, string>) => `${document} ${unit}`
      const theirs = new Map(
        own.filter(({ coder }) => coder === name(coders, pair.second)).map((row) => [key(row), row.value]),
      )
      const table = { both: 0, first: 0, second: 0, neither: 0 }
      for (const row of own.filter(({ coder }) => coder === name(coders, pair.first))) {
        const [one, other] = [row.value === "1", theirs.get(key(row)) === "1"]
        table[one && other ? "both" : one ? "first" : other ? "second" : "neither"] += Number(row.length)
      }
      expect(table).toEqual(pair.table)
    }
  })

  it("is read by R with three lines that say what we say", async ({ skip }) => {
    skip(!existsSync(RSCRIPT), "R is not installed here")
    for (const query of ["draws=0", "unit=turn&draws=0"]) {
      const zip = unzipSync((await file(`format=r&${query}`)).bytes)
      const folder = await mkdtemp(join(tmpdir(), "binome-r-"))
      try {
        for (const [name, bytes] of Object.entries(zip)) await writeFile(join(folder, name), bytes)
        const script = strFromU8(zip["agreement.R"]!)
        expect(script.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toHaveLength(3)
        const ours = Number(/Binôme says (\S+)/.exec(script)![1])
        const said = execFileSync(RSCRIPT, ["--vanilla", "agreement.R"], { cwd: folder }).toString()
        expect(Number(said.replace("[1]", ""))).toBeCloseTo(ours, 9)
      } finally {
        await rm(folder, { recursive: true })
      }
    }
  })

  it("is a paragraph with the numbers that are shown", async () => {
    const { figures, methods } = await shown("draws=100&seed=5&unit=turn")
    const paragraph = async (lang: string) =>
      strFromU8((await file(`format=methods&lang=${lang}&draws=100&seed=5&unit=turn`)).bytes).trim()
    expect(await paragraph("fr")).toBe(methods.fr)
    const en = await paragraph("en")
    const alpha = figures.overall.setAlphaDice.value!.toFixed(3).replace("-", "−")
    for (const part of [
      `is ${alpha} (95%`,
      `turn (${figures.overall.units})`,
      "100 draws",
      "seed 5",
      "Krippendorff’s alpha (2019)",
    ])
      expect(en).toContain(part)
    expect(methods.fr).toContain(alpha.replace(".", ","))
  })
})
