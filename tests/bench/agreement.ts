/**
 * Intercoder agreement of a hundred interviews, beside a sort of as many boundaries, beside reading character by character,
 * and beside R where it is installed (Debian: `apt-get install r-base-core`).
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { agreementOf } from "../../core/agreement/agreement"
import type { CodedDocument } from "../../core/agreement/documents"
import { drawsOf } from "../support/chance"
import { median, timed } from "./measure"

const INTERVIEWS = 100
const SPANS = 100_000
const CODES = 60
const CODERS = 3
const LENGTH = 40_000
const DRAWS = 2_000
const ROUNDS = 15

export function benchAgreement(): void {
  const documents = interviews(SPANS)
  const all: number[] = []
  const yardstick: number[] = []
  const drawn: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    yardstick.push(timed(() => sortBoundaries(documents)))
    all.push(timed(() => agreementOf(documents)))
    if (round % 3 === 0) drawn.push(timed(() => agreementOf(documents, { draws: DRAWS })))
  }
  console.log(`agreement of ${CODERS} coders: ${INTERVIEWS} interviews, ${SPANS} spans, ${CODES} codes`)
  console.log(`  everything            ${told(all)} (150)`)
  console.log(`  with ${DRAWS} draws       ${told(drawn)} (1000)`)
  console.log(`  one sort              ${told(yardstick)}: × ${(median(all) / median(yardstick)).toFixed(1)}`)
  benchGrowth()
  const sum = kappas(documents)
  const slow = timed(() => naiveKappas(documents))
  console.log(
    `  κ alone, character by character  ${slow.toFixed(0)} ms (same: ${same(sum, naiveKappas(documents))})`,
  )
  benchR(documents, sum)
}

/** Twice as many spans, in interviews as long and no longer: n log n gives a little over 2. */
function benchGrowth(): void {
  const sizes = [SPANS / 2, SPANS, SPANS * 2].map((spans) => interviews(spans))
  const times = sizes.map((): number[] => [])
  for (let round = 0; round < 7; round++)
    for (const [at, documents] of sizes.entries()) times[at]!.push(timed(() => agreementOf(documents)))
  const medians = times.map(median)
  const ratios = medians.slice(1).map((each, at) => `× ${(each / medians[at]!).toFixed(2)}`)
  console.log(
    `  S, 2S, 4S (S = ${SPANS / 2})   ${medians.map((each) => each.toFixed(0)).join(", ")} ms: ${ratios.join(", ")}`,
  )
  const longer = interviews(SPANS).map((document) => ({ ...document, length: document.length * 100 }))
  console.log(
    `  texts 100 times as long ${median(Array.from({ length: 5 }, () => timed(() => agreementOf(longer)))).toFixed(0)} ms`,
  )
}

/** As many spans as asked, spread over interviews whose length follows, so that as many lie over each other in each. */
function interviews(spans: number): CodedDocument[] {
  const random = drawsOf(42)
  const length = Math.round((LENGTH * spans) / SPANS)
  const each = Math.round(spans / INTERVIEWS / CODERS)
  return Array.from({ length: INTERVIEWS }, (_, document) => ({
    id: `interview ${document}`,
    length,
    coders: Array.from({ length: CODERS }, (_, coder) => ({
      id: `coder ${coder}`,
      spans: Array.from({ length: each }, () => {
        const start = Math.floor(random() * (length - 200))
        return {
          start,
          end: start + 20 + Math.floor(random() * 160),
          code: `code ${Math.floor(random() * CODES)}`,
        }
      }),
    })),
  }))
}

function sortBoundaries(documents: readonly CodedDocument[]): void {
  for (const { coders } of documents)
    Float64Array.from(coders.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end]))).sort()
}

function kappas(documents: readonly CodedDocument[]): number {
  return agreementOf(documents)
    .codes.flatMap(({ pairs }) => pairs)
    .reduce((sum, { cohenKappa }) => sum + (cohenKappa.value ?? 0), 0)
}

/** A row of characters for each coder and code, and a look at each of them. */
function naiveKappas(documents: readonly CodedDocument[]): number {
  let sum = 0
  for (let code = 0; code < CODES; code++)
    for (let g = 0; g < CODERS; g++)
      for (let h = g + 1; h < CODERS; h++) {
        let [n, both, first, second] = [0, 0, 0, 0]
        for (const { length, coders } of documents) {
          const [ours, theirs] = [g, h].map((coder) => {
            const row = new Uint8Array(length)
            for (const span of coders[coder]!.spans)
              if (span.code === `code ${code}`) row.fill(1, span.start, span.end)
            return row
          })
          n += length
          for (let at = 0; at < length; at++) {
            both += ours![at]! & theirs![at]!
            first += ours![at]!
            second += theirs![at]!
          }
        }
        sum += (2 * (both * n - first * second)) / (first * (n - second) + second * (n - first))
      }
  return sum
}

function benchR(documents: readonly CodedDocument[], sum: number): void {
  if (spawnSync("Rscript", ["--version"]).error !== undefined) {
    console.log("  R is not installed (Debian: apt-get install r-base-core): not compared with")
    return
  }
  const folder = mkdtempSync(join(tmpdir(), "agreement-"))
  const file = join(folder, "spans")
  const rows = documents.flatMap(({ coders }, document) =>
    coders.flatMap(({ spans }, coder) =>
      spans.map(
        ({ start, end, code }) => `${document} ${coder} ${code.replace("code ", "")} ${start} ${end}`,
      ),
    ),
  )
  writeFileSync(file, rows.join("\n"))
  const words = [file, INTERVIEWS, CODERS, CODES, LENGTH].map(String)
  const { stdout, stderr, status } = spawnSync(
    "Rscript",
    [join(import.meta.dirname, "agreement.R"), ...words],
    {
      encoding: "utf8",
    },
  )
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(`R failed: ${stderr}`)
  const [plain, irr] = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "))
  console.log(`  κ alone, in base R    ${plain![0]} ms (same: ${same(sum, Number(plain![1]))})`)
  if (irr) console.log(`  one κ of one interview, by R's irr  ${irr[1]} ms`)
}

const same = (one: number, other: number) =>
  Math.abs(one - other) < 1e-6 ? "yes" : `no, ${one} and ${other}`

const told = (times: readonly number[]) =>
  `median ${median(times).toFixed(0)} ms, best ${Math.min(...times).toFixed(0)} ms`
