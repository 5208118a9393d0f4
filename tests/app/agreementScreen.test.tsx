/** What the page of figures makes of them: the order to talk in, sentences, places in drawings, other tools. */
import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { type BandWord, bandOf, type Scale, scaleNames, scalesFor } from "../../app/_agreement/bands"
import { codeLines } from "../../app/_agreement/codeLines"
import { squareOf, takenForEachOther } from "../../app/_agreement/confusing"
import { FigureLines } from "../../app/_agreement/FigureLines"
import { families, figuresOfAll, figuresOfCode, said } from "../../app/_agreement/figures"
import { barsAlong, domainOf, leastAlike, placeIn, reached, stepOf } from "../../app/_agreement/geometry"
import { fitting } from "../../app/_agreement/labels"
import { namesIn } from "../../app/_agreement/names"
import { byNeedOfTalk, mostOfTheGap } from "../../app/_agreement/needOfTalk"
import { outOfHundred } from "../../app/_agreement/outOfHundred"
import { holds } from "../../app/_agreement/saveDrawing"
import { counterparts, tools } from "../../app/_agreement/tools"
import { addressOf, readView } from "../../app/_agreement/view"
import { messages as en } from "../../app/_messages/en"
import { messages as fr } from "../../app/_messages/fr"
import { agreementOf } from "../../core/agreement/agreement"
import type { CodedDocument } from "../../core/agreement/documents"
import type { WhyUndefined } from "../../core/agreement/figure"

/** A text of letters, one place each; a row a coder, its letter where it has that code: "aaa.b". */
function text(id: string, rows: Readonly<Record<string, string>>): CodedDocument {
  const length = Object.values(rows)[0]!.length
  const coders = Object.entries(rows).map(([coder, row]) => ({
    id: coder,
    spans: [...row.matchAll(/([a-z])\1*/g)].map((run) => ({
      start: run.index,
      end: run.index + run[0].length,
      code: run[1]!,
    })),
  }))
  const turns = [0, Math.floor(length / 2)].map((start, at) => ({
    start,
    end: at === 0 ? Math.floor(length / 2) : length,
  }))
  return { id, length, units: { turn: turns }, coders }
}

const one = agreementOf([
  text("m1", { ana: "aaaaaa....bbbb..c...", ben: "aaaaa.....bbb..cc..." }),
  text("m2", { ana: "aaaa....dddddd......", ben: "aaaa....eeeeee......" }),
])
const pair = { first: "ana", second: "ben" }
const code = (name: string) => one.codes.find((each) => each.code === name)!

describe("[A20] the order to talk in", () => {
  it("begins where most was put by one alone, and ends with what nobody used", () => {
    const asked = agreementOf([text("m", { ana: "aaaa..bb..", ben: "aa....bbb." })], {
      codes: ["unused", "b", "a"],
    })
    expect(
      byNeedOfTalk(asked.codes).map(({ code, apart, together }) => [code.code, apart, together]),
    ).toEqual([
      ["a", 2, 2],
      ["b", 1, 2],
      ["unused", 0, 0],
    ])
  })
  it("looks at one pair of several alone, if asked", () => {
    const three = agreementOf([text("m", { ana: "aaaa", ben: "aaaa", cy: "...." })])
    expect(byNeedOfTalk(three.codes)[0]!.apart).toBe(8)
    expect(byNeedOfTalk(three.codes, pair)[0]!.apart).toBe(0)
  })
  it("names the few codes that half of the gap comes from, and none where it comes from everywhere", () => {
    const named = (rows: Record<string, string>) =>
      mostOfTheGap(byNeedOfTalk(agreementOf([text("m", rows)]).codes)).map(({ code }) => code.code)
    expect(named({ ana: "aaaaaa.b.c", ben: "..........".replace(".", "a") })).toEqual(["a"])
    expect(named({ ana: "a.b.c.d.e.f.g.h", ben: "..............." })).toEqual([])
    expect(named({ ana: "aa..", ben: "...." })).toEqual([])
  })
})

describe("sentences", () => {
  it("say whole hundredths, and 0 and 100 only where it is exactly so", () => {
    expect([0, 0.004, 0.0151, 0.62, 0.994, 0.9996, 1, 1.043].map(outOfHundred)).toEqual([
      0, 0.4, 2, 62, 99.4, 99.96, 100, 104,
    ])
  })
  it("tell alpha by what is left of chance’s disagreements, and kappa by the way from chance", () => {
    expect(said("krippendorffAlpha", 0.74)).toEqual({ how: "usual", n: 26 })
    expect(said("krippendorffAlpha", -0.05)).toEqual({ how: "usual", n: 105 })
    expect(said("cohenKappa", 0.74)).toEqual({ how: "usual", n: 74 })
    expect(said("cohenKappa", -0.05)).toEqual({ how: "below chance", n: 0 })
    expect(said("jaccard", 0.62)).toEqual({ how: "usual", n: 62 })
    expect(said("biasIndex", -0.07)).toEqual({ how: "usual", n: 7 })
  })
  it("are what a hand count says", () => {
    // a: 9 both, 1 ana alone, of 40.
    const jaccard = figuresOfCode(code("a"), pair).find(({ id }) => id === "jaccard")!
    expect(jaccard.figure).toEqual({ value: 9 / 10 })
    expect(html("fr", [jaccard])).toContain(
      "Sur 100 caractères où l’un·e ou l’autre a posé ce code, les deux l’ont posé sur 90.",
    )
    expect(html("en", [jaccard])).toContain("both put it on 90.")
    const prevalence = figuresOfCode(code("a"), pair).find(({ id }) => id === "prevalenceIndex")!
    expect(said("prevalenceIndex", prevalence.figure.value!).n).toBe(Math.round((100 * 19) / 80))
  })
  it("exist for every figure, each with its formula and author, in both languages", () => {
    for (const words of [fr, en])
      for (const id of Object.keys(families) as (keyof typeof families)[]) {
        const { name, author, formula, say } = words.agreement.figures[id]
        expect([name, author, formula].every(Boolean), id).toBe(true)
        expect(say, id).toContain("{n, number}")
      }
  })
  it("give the reason where there is no figure, and no number", () => {
    const never = agreementOf([text("m", { ana: "....", ben: "...." })], { codes: ["a"] }).codes[0]!
    const shown = html("fr", figuresOfCode(never, pair))
    expect(shown).toContain(fr.agreement.why.noVariation)
    expect(shown).not.toMatch(/NaN|\bundefined\b|\bnull\b/)
    expect(shown).toContain("—")
  })
  it("know a reason for everything that may be undefined", () => {
    const reasons: Record<WhyUndefined, true> = {
      "no units": true,
      "one coder": true,
      "no variation": true,
      "one code": true,
      "never met": true,
      "overlapping units": true,
      "undefined pair": true,
      "not numeric": true,
      "unequal coders": true,
      "few units": true,
      "no spread": true,
      "dependent units": true,
    }
    for (const reason of Object.keys(reasons) as WhyUndefined[])
      expect(html("fr", [{ id: "dice", figure: { value: null, reason }, interval: null }])).toContain(
        fr.agreement.undefined.split("{")[0]!,
      )
  })
  it("of a pair are left out where there are several and none is chosen", () => {
    const three = agreementOf([text("m", { ana: "aaa.", ben: "aa..", cy: "aaaa" })])
    const ids = figuresOfCode(three.codes[0]!, null).map(({ id }) => id)
    expect(ids).toContain("fleissKappa")
    expect(ids).not.toContain("cohenKappa")
    expect(figuresOfAll(three.overall, null).map(({ id }) => id)).not.toContain("pooledKappa")
    expect(figuresOfAll(three.overall, pair).map(({ id }) => id)).toContain("pooledKappa")
  })
})

describe("words of interpretation", () => {
  const words = (scale: Scale, values: readonly number[]): BandWord[] =>
    values.map((value) => bandOf(scale, value))
  it("hold their authors’ borders", () => {
    expect(words("krippendorff", [0.66, 0.667, 0.799, 0.8])).toEqual([
      "unreliable",
      "tentative",
      "tentative",
      "reliable",
    ])
    expect(words("landisKoch", [-0.01, 0, 0.2, 0.21, 0.6, 0.61, 0.8, 0.81])).toEqual([
      "poor",
      "slight",
      "slight",
      "fair",
      "moderate",
      "substantial",
      "substantial",
      "almostPerfect",
    ])
    expect(words("fleiss", [0.39, 0.4, 0.75, 0.76])).toEqual([
      "poor",
      "fairToGood",
      "fairToGood",
      "excellent",
    ])
    expect(words("cicchetti", [0.39, 0.4, 0.6, 0.75])).toEqual(["poor", "fair", "good", "excellent"])
    expect(words("altman", [0.19, 0.2, 0.4, 0.41, 0.8, 0.81])).toEqual([
      "poor",
      "fair",
      "fair",
      "moderate",
      "good",
      "veryGood",
    ])
  })
  it("stay with the coefficient they were made for", () => {
    expect(scalesFor("alpha")).toEqual(["krippendorff"])
    expect([...scalesFor("alpha"), ...scalesFor("kappa")].sort()).toEqual([...scaleNames].sort())
  })
})

describe("[A21] drawings", () => {
  it("reach below 0 only where something is", () => {
    expect(domainOf([0.2, 0.9])).toEqual({ from: 0, to: 1 })
    expect(domainOf([-0.1, 0.9])).toEqual({ from: -0.25, to: 1 })
    expect(domainOf([-7])).toEqual({ from: -1, to: 1 })
    expect(placeIn({ from: -0.25, to: 1 }, 0, 100)).toBe(20)
    expect(placeIn({ from: 0, to: 1 }, -0.3, 100)).toBe(0)
    const interval = { low: 0.1, high: 0.8, undefinedDraws: 0 }
    expect(reached([{ value: 0.5, interval }, { value: null, reason: "no units" }, { value: 0.3 }])).toEqual([
      0.1, 0.5, 0.8, 0.3,
    ])
  })
  it("are shaded in five equal steps", () => {
    expect([null, -0.2, 0, 0.01, 0.2, 0.59, 0.6, 0.8, 1].map(stepOf)).toEqual([0, 0, 0, 1, 2, 3, 4, 5, 5])
  })
  it("along a text are as high as much is coded, and filled as far as alike", () => {
    const [, second] = agreementOf(
      [text("x", { ana: "aa..", ben: "aa.." }), text("m", { ana: "aa..bb....", ben: "aa..b....." })],
      { bins: 5 },
    ).documents
    const bars = barsAlong(second!.along, { width: 100, height: 10 })
    expect(bars.map(({ x, width }) => [x, width])).toEqual([0, 20, 40, 60, 80].map((x) => [x, 20]))
    expect(bars[0]).toMatchObject({ height: 10, filled: 10 })
    expect(bars[1]).toMatchObject({ height: 0, filled: 0 })
    expect(bars[2]!.height).toBeCloseTo(7.5)
    expect(bars[2]!.filled).toBeCloseTo(5)
    expect(leastAlike(second!.along)).toMatchObject({ from: 0.4, to: 0.6 })
    expect(leastAlike([])).toBeNull()
  })
  it("show the codes that are confused most, and count by what the first put", () => {
    const square = squareOf(one.confusion[0]!, 2)
    expect(square.rows).toEqual(["d", "e", null])
    const cell = (row: number, column: number) =>
      square.cells.find((each) => each.row === row && each.column === column)
    expect(cell(0, 1)).toMatchObject({ characters: 6, share: 1 })
    expect(cell(1, 1)).toBeUndefined()
    expect(square.left).toBe(3)
    expect(takenForEachOther(one.confusion[0]!)[0]).toMatchObject({ ofFirst: "d", ofSecond: "e" })
  })
  it("cut words that would not fit, and bring the letters that are written", () => {
    expect(fitting("peur", 100, 13)).toBe("peur")
    expect(fitting("responsabilité asymétrique", 60, 13)).toBe("responsa…")
    const points = new Set([..."κé"].map((letter) => letter.codePointAt(0)!))
    expect(holds("U+0000-00FF, U+0131", points)).toBe(true)
    expect(holds("U+0370-0377,U+037A-03FF", points)).toBe(true)
    expect(holds("U+4??", points)).toBe(false)
  })
})

describe("other tools", () => {
  const asked = { agreement: one, code: code("a"), pair }
  const value = (tool: (typeof tools)[number], row: string) =>
    counterparts(tool, asked).find((each) => each.row === `${tool}.${row}`)!.figure?.value
  it("all have words for each of their figures", () => {
    for (const tool of tools)
      for (const { row } of counterparts(tool, asked)) {
        const [, name] = row.split(".")
        const words = (fr.agreement.tools[tool] as Record<string, { theirs: string; differs: string }>)[name!]
        expect(words?.theirs && words.differs, row).toBeTruthy()
      }
  })
  it("count a source where nobody used the code as perfect, as NVivo’s list does", () => {
    const { pairs } = code("c")
    expect(value("nvivo", "kappa")).toBe(code("a").pairs[0]!.cohenKappa.value)
    const ofC = counterparts("nvivo", { ...asked, code: code("c") })
    // c stands in one source of two.
    const here = one.documents[0]!.codes.find((each) => each.code === "c")!.pairs[0]!.cohenKappa.value!
    expect(ofC.find(({ row }) => row === "nvivo.average")!.figure?.value).toBeCloseTo((here + 1) / 2, 12)
    expect(pairs[0]!.macro.plain.mean.value).toBeCloseTo(here, 12)
  })
  it("take the figure of the same meaning", () => {
    const { overall } = one
    expect(value("maxqda", "segments")).toBe(overall.pairs[0]!.segments.observed.value)
    expect(value("atlas", "cu")).toBe(overall.exclusive.cuAlpha.value)
    expect(value("dedoose", "pooled")).toBe(overall.pairs[0]!.pooledKappa.value)
    expect(value("r", "alpha")).toBe(code("a").all.krippendorffAlpha.value)
    // Not while codes count only what they were put on themselves.
    expect(value("atlas", "domains")).toBeUndefined()
  })
})

describe("the address of the page", () => {
  it("holds what is looked at beside what is asked, and gives both back", () => {
    const { view, rest } = readView(
      new URLSearchParams("unit=word&coefficient=kappa&bands=altman&code=x&tool=nvivo&sources=m1,m2"),
    )
    expect(view).toEqual({ coefficient: "kappa", bands: "altman", code: "x", tool: "nvivo" })
    expect(new URLSearchParams(rest).get("sources")).toBe("m1,m2")
    expect(readView(new URLSearchParams(addressOf(view, rest)))).toEqual({ view, rest })
  })
  it("is empty where everything is usual, and drops bands of another coefficient", () => {
    expect(addressOf(readView(new URLSearchParams("")).view, "")).toBe("")
    expect(readView(new URLSearchParams("bands=altman&tool=spss")).view).toMatchObject({
      bands: null,
      tool: null,
    })
  })
})

describe("names", () => {
  it("tell two documents of one source apart by their coders, and know sides of two coders only", () => {
    const coders = ["ana", "ben", "cy"].map((id) => ({ id, name: id.toUpperCase() }))
    const document = (id: string, title: string, by: string[]) => ({
      id,
      source: "m1",
      title,
      coders: by,
      passages: [],
      disagreements: { codes: {}, stretches: [] },
    })
    const documents = [
      document("1", "M1", ["ana", "ben"]),
      document("2", "M1", ["ana", "cy"]),
      document("3", "M2", ["ana", "ben"]),
    ]
    const names = namesIn({ codes: [], coders, documents })
    expect(["1", "2", "3"].map(names.document)).toEqual(["M1 (ANA, BEN)", "M1 (ANA, CY)", "M2"])
    expect(names.side("ana")).toBeNull()
    const two = namesIn({ codes: [], coders: coders.slice(0, 2), documents })
    expect([two.side("ana"), two.side("ben"), two.side("cy")]).toEqual(["a", "b", null])
  })
  it("of codes stand under those above them; what holds nothing that is compared is left out", () => {
    const of = (id: string, parent: string | null, compared: boolean) => ({
      id,
      name: id,
      parent,
      codable: compared,
      removed: false,
      compared,
    })
    const lines = codeLines([
      of("theme", null, false),
      of("fear", "theme", true),
      of("bare", null, false),
      of("guilt", "theme", true),
      of("round", "round2", true),
      of("round2", "round", true),
    ])
    expect(lines.map(({ code, depth, within }) => [code.id, depth, within])).toEqual([
      ["theme", 0, ["fear", "guilt"]],
      ["fear", 1, ["fear"]],
      ["guilt", 1, ["guilt"]],
    ])
  })
})

function html(language: "fr" | "en", figures: Parameters<typeof FigureLines>[0]["figures"]): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={language === "fr" ? fr : en}
      formats={{ number: { coefficient: { minimumFractionDigits: 2, maximumFractionDigits: 2 } } }}
    >
      <FigureLines figures={figures} unit="character" />
    </NextIntlClientProvider>,
  )
}
