import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { TranscriptProblem } from "../../../core/exchange/transcriptProblem"
import { readTranscript } from "../../../server/imports/readTranscript"
import { interview } from "../../support/spoken"
import { writtenFiles } from "../../support/transcriptWriters"
import { turnsOf } from "./read"

const [spoken] = fc.sample(interview(), { numRuns: 1, seed: 11 })
const files = writtenFiles(spoken!)
const names = files.map(({ name }) => name)

describe("[X3] whatever bytes come, the answer is a draft or a refusal", () => {
  it("bytes at random, and text at random, under any name", () => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: "binary", maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
    )
    fc.assert(fc.property(any, fc.constantFrom(...names), (bytes, name) => void answer(name, bytes)))
  })

  it.each(files)("$name cut short", ({ name, bytes }) => {
    const cut = fc.integer({ min: 1, max: bytes.length - 1 })
    fc.assert(fc.property(cut, (at) => void answer(name, bytes.slice(0, at))))
  })

  it.each(files)("$name with bytes changed", ({ name, bytes }) => {
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(changes, (all) => {
        const changed = bytes.slice()
        for (const [at, byte] of all) changed[at] = byte
        answer(name, changed)
      }),
    )
  })

  it.each(files)("$name under every other name", ({ bytes }) => {
    for (const name of names) answer(name, bytes)
  })
})

describe("a file cut in half is refused where its format lets that be seen", () => {
  it.each(files.filter(({ hasAnEnd }) => hasAnEnd))("$name", ({ name, bytes }) => {
    for (const share of [0.5, 0.75, 0.95]) {
      expect(turnsOf(readTranscript({ name, bytes: bytes.slice(0, bytes.length * share) }))).toHaveProperty(
        "code",
      )
    }
  })
})

// Quadratic reading of these takes minutes, which the runner's own limit would end.
it("what is made to be read without end is read in proportion to its length", () => {
  const long = 100_000
  const hostile: [string, string][] = [
    ["a.json", '{"a":'.repeat(long / 5)],
    ["a.json", `{"segments": [${'{"text": "x"},'.repeat(long / 14)}`],
    ["a.json", `"${"\\".repeat(long)}`],
    ["a.json", JSON.stringify({ segments: [{ start: 0, end: 1, text: `${" ".repeat(long)}x` }] })],
    ["a.html", "<".repeat(long)],
    ["a.html", Array.from({ length: long / 10 }, (_, n) => `<p><a name="ts_1_2_S${n}">N${n}: x`).join("")],
    ["a.html", "<a =\"<b ='".repeat(long / 10)],
    ["a.html", "<!-- ".repeat(long / 5)],
    ["a.html", `<a ${"x ".repeat(long / 2)}>`],
    ["a.html", '<a name="ts_1_2_S0">'.repeat(long / 20)],
    ["a.html", `<a name="ts_1_2_S0">S0: ${"&amp".repeat(long / 4)}`],
    ["a.sonal", '<span class="lblseg"><span>'.repeat(long / 27)],
    ["a.sonal", "<script loc-json".repeat(long / 16)],
    ["a.rtr", `::0::\n${"[>a".repeat(long / 3)}`],
    ["a.rtr", `::0::\n${"[>a]".repeat(long / 4)}`],
    ["a.otr", JSON.stringify({ text: '<span class="timestamp">'.repeat(long / 24), media: "" })],
  ]
  for (const [name, text] of hostile) answer(name, new TextEncoder().encode(text))
})

function answer(name: string, bytes: Uint8Array): readonly string[] | TranscriptProblem {
  const answered = turnsOf(readTranscript({ name, bytes }))
  for (const turn of Array.isArray(answered) ? answered : [])
    expect(turn).not.toMatch(/[\n\r\0]|\p{Surrogate}/u)
  return answered
}
