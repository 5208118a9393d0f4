import { execFile } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { agreementOf } from "../../../core/agreement/agreement"
import { readOptions } from "../../../core/agreement/options"
import { readDocuments } from "../../../core/agreement/reading"

const root = join(import.meta.dirname, "../../..")
const folder = mkdtempSync(join(tmpdir(), "agreement-"))
const written = (name: string, value: unknown) => {
  const file = join(folder, name)
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value))
  return file
}

const run = (...words: string[]) =>
  new Promise<{ code: number; out: string; error: string }>((done) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/agreement.ts", ...words],
      { cwd: root },
      (failed, out, error) => done({ code: failed ? Number(failed.code) : 0, out, error }),
    )
  })

const document = {
  length: 24,
  coders: [
    {
      id: "Bertha",
      spans: [
        { start: 2, end: 10, code: "A" },
        { start: 14, end: 20, code: "A" },
      ],
    },
    {
      id: "Bill",
      spans: [
        { start: 4, end: 8, code: "A" },
        { start: 15, end: 17, code: "A" },
      ],
    },
  ],
}

describe("[A12] npm run agreement", () => {
  it("prints what is computed, with the parameters asked for", async () => {
    const { code, out } = await run(written("one.json", document), "--bins", "3", "--compact")
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(answer).toEqual(agreementOf([{ id: "1", ...document }], { bins: 3 }))
    expect(answer.codes[0].pairs[0].cohenKappa.value).toBeCloseTo(0.384615384615385, 12)
  })

  it("says what is wrong, what to do, and fails", async () => {
    const late = { ...document, coders: [{ id: "Bill", spans: [{ start: 4, end: 80, code: "A" }] }] }
    const { code, out, error } = await run(written("late.json", late))
    expect([code, out]).toEqual([1, ""])
    expect(error).toContain('Document "1", coder 1 ("Bill"), span 1: ends at 80, after the text does at 24.')
    expect(await run(written("bad.json", "{"))).toMatchObject({
      code: 1,
      error: expect.stringContaining("is no JSON"),
    })
    const units = await run(written("one.json", document), "--unit=turn")
    expect(units).toMatchObject({ code: 1, error: expect.stringContaining("give units.turn") })
  })

  it("explains itself", async () => {
    const { code, out } = await run("--help")
    expect(code).toBe(0)
    for (const option of ["--unit", "--codes", "--draws", "--seed", "--overlap"])
      expect(out).toContain(option)
  })
})

describe("[A12] a plain file", () => {
  it("is one document, a list, or documents with the codes above", () => {
    const one = { id: "1", ...document }
    expect(readDocuments(document)).toEqual({ documents: [one], parents: {} })
    expect(readDocuments([document, { ...document, id: "b" }])).toMatchObject({
      documents: [one, { ...one, id: "b" }],
    })
    expect(readDocuments({ documents: [document], parents: { A: "B" } })).toEqual({
      documents: [one],
      parents: { A: "B" },
    })
  })

  const problems: [string, unknown, RegExp][] = [
    ["no documents", [], /at least one/],
    ["no object", 3, /Document 1 is no object/],
    ["no length", { coders: [] }, /"length" must be/],
    ["a length that is no whole number", { length: 2.5, coders: [] }, /whole number/],
    ["no coders", { length: 3 }, /"coders" must be a list/],
    ["a coder without a name", { length: 3, coders: [{ spans: [] }] }, /coder 1: give \{ id, spans \}/],
    ["a coder without spans", { length: 3, coders: [{ id: "a" }] }, /an empty one for who coded nothing/],
    ["a span backwards", span({ start: 3, end: 1, code: "A" }), /ends at 1, before it starts at 3/],
    ["a span without a code", span({ start: 1, end: 3 }), /"code" must be a text/],
    ["a span of texts", span({ start: "1", end: 3, code: "A" }), /whole numbers from 0/],
    [
      "one coder twice",
      {
        length: 3,
        coders: [
          { id: "a", spans: [] },
          { id: "a", spans: [] },
        ],
      },
      /two coders are called "a"/,
    ],
    [
      "one document twice",
      [
        { id: "x", length: 3, coders: [] },
        { id: "x", length: 3, coders: [] },
      ],
      /its own id/,
    ],
    ["units of no kind", { length: 3, coders: [], units: { line: [] } }, /"line" is no kind of unit/],
    [
      "units outside",
      { length: 3, coders: [], units: { turn: [{ start: 0, end: 9 }] } },
      /turn 1: ends at 9/,
    ],
    ["parents that are no names", { documents: [document], parents: { A: 3 } }, /code above each/],
  ]
  it.each(problems)("is refused with %s", (_, value, says) => {
    expect(readDocuments(value)).toEqual({ problem: expect.stringMatching(says) })
  })

  it("has options that are read or refused", () => {
    const words = [
      "f.json",
      "--unit",
      "turn",
      "--applies=half",
      "--codes",
      "a,b",
      "--draws",
      "2000",
      "--children-count",
    ]
    expect(readOptions(words)).toEqual({
      parameters: {
        unit: "turn",
        applies: { by: "half of the span" },
        codes: ["a", "b"],
        draws: 2000,
        childrenCount: true,
      },
      rest: ["f.json"],
    })
    const all =
      "--without a --exclusive a,b --overlap 0.5 --seed -3 --cluster turn --confidence 0.9 --applies 0.25"
    expect(readOptions(all.split(" "))).toMatchObject({
      parameters: { leastOverlap: 0.5, seed: -3, applies: { share: 0.25 } },
    })
    for (const bad of [
      "--unit line",
      "--overlap 2",
      "--draws 1.5",
      "--colour red",
      "--seed",
      "--applies 0",
      "--bins x",
    ])
      expect(readOptions(bad.split(" "))).toHaveProperty("problem")
  })
})

function span(value: unknown): unknown {
  return { length: 9, coders: [{ id: "a", spans: [value] }] }
}
