import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as agreementRoute from "../../app/api/projects/[project]/agreement/route"
import * as exportRoute from "../../app/api/projects/[project]/export/route"
import type { ShownAgreement } from "../../core/agreement/project/answer"
import type { Reveal } from "../../core/reading"
import { textSpan, wordsOf } from "../../core/text"
import { type AgreementStudy, openAgreementStudy } from "../support/agreementStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: AgreementStudy
beforeAll(async () => {
  app = await openTestApp()
  study = await openAgreementStudy(app)
}, 120_000)
afterAll(() => app.close())

const ask = (as: { token: string }, query = "", project = study.project) =>
  app.call(agreementRoute.GET, { as: as.token, params: { project }, query: query && `?${query}` })

async function shown(query = ""): Promise<ShownAgreement> {
  const { status, body } = await ask(study.ana, query)
  expect([status, body.shown]).toEqual([200, true])
  return body
}

/** From the export, character by character: what each put where, in passages that two coders did. */
async function characters(of: (row: Reveal) => boolean = () => true) {
  const { body } = await app.call(exportRoute.GET, {
    as: study.ana.token,
    params: { project: study.project },
  })
  const reveals: Reveal[] = body.sources.flatMap((each: { reveals: Reveal[] }) => each.reveals)
  return reveals
    .filter((row) => row.handIns.length === 2 && of(row))
    .flatMap((row) => {
      const words = wordsOf(row.text)
      const codable = [...row.text].flatMap((sign, at) => (sign === "\n" ? [] : at))
      const codesAt = (coder: number, at: number) =>
        row.handIns[coder]!.codings.filter(({ words: span }) => {
          const { from, to } = textSpan(words, span)
          return from <= at && at < to
        }).map(({ code }) => code)
      return codable.map((at) => ({
        passage: row.passage,
        codes: row.handIns.map(({ coder }, side) => [coder, new Set(codesAt(side, at))] as const),
      }))
    })
}

type Characters = Awaited<ReturnType<typeof characters>>

function tableOf(of: Characters, code: string, first: string, second: string) {
  const table = { both: 0, first: 0, second: 0, neither: 0 }
  for (const { codes } of of) {
    const has = (coder: string) => codes.some(([who, own]) => who === coder && own.has(code))
    if (!codes.some(([who]) => who === first) || !codes.some(([who]) => who === second)) continue
    const [one, other] = [has(first), has(second)]
    table[one && other ? "both" : one ? "first" : other ? "second" : "neither"]++
  }
  return table
}

function kappa({ both, first, second, neither }: ReturnType<typeof tableOf>): number {
  const n = both + first + second + neither
  const expected = ((both + first) * (both + second) + (second + neither) * (first + neither)) / n ** 2
  return ((both + neither) / n - expected) / (1 - expected)
}

describe("[A14] the figures of a project", () => {
  it("[A15] are those of the frozen codings, counted character by character", async () => {
    const { figures, asked, codes } = await shown("draws=200&seed=7")
    expect(asked).toMatchObject({
      variant: "independent",
      draws: 200,
      seed: 7,
      unit: "character",
      stratum: "all",
    })
    const counted = await characters()
    expect(figures.overall.characters).toBe(counted.length)
    let compared = 0
    for (const { code, pairs } of figures.codes)
      for (const pair of pairs) {
        const table = tableOf(counted, code, pair.first, pair.second)
        expect(pair.table).toEqual(table)
        if (pair.cohenKappa.value === null) continue
        expect(pair.cohenKappa.value).toBeCloseTo(kappa(table), 9)
        compared++
      }
    expect(compared).toBeGreaterThan(1)
    expect(figures.codes.map(({ code }) => codes.find(({ id }) => id === code)?.name).sort()).toEqual([
      "clinic",
      "fear",
      "guilt",
    ])
    expect(figures.resampling).toMatchObject({ draws: 200, seed: 7 })
  })

  it("repeat every parameter, so that asking again gives the same bytes", async () => {
    const query = `unit=word&applies=0.5&codes=${study.codes.fear},${study.codes.guilt}&overlap=0.5&bins=10&draws=100&seed=3&cluster=passage&confidence=0.9`
    const first = await ask(study.ana, query)
    expect(first.body.asked).toEqual({
      variant: "independent",
      stratum: "all",
      sources: null,
      pair: null,
      unit: "word",
      applies: { by: "share of the unit", share: 0.5 },
      codes: [study.codes.fear, study.codes.guilt],
      exclude: [],
      exclusive: null,
      parents: false,
      overlap: 0.5,
      bins: 10,
      draws: 100,
      seed: 3,
      cluster: "passage",
      confidence: 0.9,
    })
    expect((await ask(study.ben, query)).body).toEqual(first.body)
  })
})
