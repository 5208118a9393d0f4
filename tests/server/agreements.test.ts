import { strFromU8, unzipSync } from "fflate"
import { afterEach, describe, expect, it } from "vitest"
import { usualAsked } from "../../core/agreement/project/asked"
import { createAgreements } from "../../server/agreement/agreements"
import type { AgreementJob } from "../../server/agreement/job"
import { isTooLong } from "../../server/agreement/tooLong"
import { table } from "../../server/exports/table"
import { workbook } from "../../server/exports/xlsx"

const made: ReturnType<typeof createAgreements>[] = []
const open = (mostMs = 60_000) => {
  const agreements = createAgreements({ mostMs, mostKeptBytes: 100_000, idleMs: 1_000 })
  made.push(agreements)
  return agreements
}
afterEach(async () => {
  await Promise.all(made.splice(0).map((each) => each.close()))
})

/** Work without end, next to none, or what breaks. */
function job(of: "long" | "short" | "broken"): AgreementJob {
  const passage = { source: "s", passage: "p", index: 0 }
  const words = Array.from({ length: 900 }, (_, at) => `w${at}`).join(" ")
  const handIn = (coder: string, side: string, every: number) => ({
    ...{ coder, side, revision: 1, suggested: [], at: "", memo: null },
    seen: { revealed: 0, opened: 0, discussed: 0, codebookRevision: 0 },
    codings: Array.from({ length: of === "long" ? 400 : 2 }, (_, at) => {
      const span = { from: 2 * at, to: 2 * at + every }
      return { id: `${at}`, code: `c${at % 200}`, words: span, text: span, quote: "", memo: null }
    }),
  })
  const row = {
    ...{ passage: "p", round: 1, policy: "source", independent: true, text: words, span: { from: 0, to: 1 } },
    ...{ transcriptVersion: 1, tolerance: 0.5, codebookRevision: 0, groups: [], at: "2026" },
    handIns: [handIn("a", "a", 1), handIn("b", "b", 2)],
  }
  return {
    make: { is: "json" },
    talked: [],
    asked: { ...usualAsked, draws: of === "long" ? 10_000 : 0, cluster: "turn" },
    about: {
      project: { id: "p", name: "" },
      approach: "other",
      by: "approach",
      titles: {},
      people: {},
      key: [],
    },
    material: {
      ...{ tolerance: 0.5, codes: [], merges: [], decided: {} },
      passages: Array.from({ length: of === "long" ? 120 : 1 }, (_, at) => ({
        ...{ ...passage, passage: `p${at}` },
        row: of === "broken" ? "{" : JSON.stringify({ ...row, passage: `p${at}` }),
      })),
    },
  }
}

describe("[A18] what is worked out apart", () => {
  it("is worked out once, however many ask, and kept", async () => {
    const agreements = open()
    let times = 0
    const once = async () => {
      times++
      return job("short")
    }
    const [one, other] = await Promise.all([agreements.make("k", once), agreements.make("k", once)])
    expect(await agreements.make("k", once)).toBe(one)
    expect([times, other]).toEqual([1, one])
    agreements.forget()
    expect(await agreements.make("k", once)).toEqual(one)
    expect(times).toBe(2)
    // Erased while it is worked out: what comes of it is answered, and not kept.
    const erasing = async () => {
      agreements.forget()
      return once()
    }
    await agreements.make("other", erasing)
    await agreements.make("other", once)
    expect(times).toBe(4)
    expect(JSON.parse(strFromU8(one)).figures.overall.pairs).toHaveLength(1)
  })

  it("is broken off when it takes too long, and the next is worked out all the same", async () => {
    const agreements = open(2_500)
    const error = await agreements.make("long", async () => job("long")).catch((error) => error)
    expect(isTooLong(error)).toBe(true)
    expect((await agreements.make("short", async () => job("short"))).length).toBeGreaterThan(100)
  })

  it("is broken off once nobody waits, not while somebody does", async () => {
    const agreements = open()
    const [one, other] = [new AbortController(), new AbortController()]
    const asked = [one, other].map(({ signal }) => agreements.make("long", async () => job("long"), signal))
    const outcomes = asked.map((each) => each.catch((error) => error.message))
    const behind = agreements.make("short", async () => job("short"))
    const left = (who: string) => new Error(`${who} has left`)
    one.abort(left("one"))
    expect(await outcomes[0]).toBe("one has left")
    const still = new Promise<string>((resolve) => setTimeout(() => resolve("still worked out"), 300))
    expect(await Promise.race([outcomes[1], behind.then(() => "gone on"), still])).toBe("still worked out")
    other.abort(left("other"))
    expect(await outcomes[1]).toBe("other has left")
    expect((await behind).length).toBeGreaterThan(100)
  })

  it("fails without words of what was coded, and keeps nothing of it", async () => {
    const agreements = open()
    await expect(agreements.make("k", async () => job("broken"))).rejects.toThrow(/^SyntaxError$/)
    expect((await agreements.make("k", async () => job("short"))).length).toBeGreaterThan(100)
  })
})

describe("[A19] tables", () => {
  it("hold text that no spreadsheet runs, and numbers that are numbers", () => {
    const rows = [
      ["name", "value"],
      ["=1+1", -0.5],
      ['@a\u0001 <b> & "c"', null],
    ] as const
    expect(table(rows)).toBe('\uFEFF"name","value"\r\n"\'=1+1",-0.5\r\n"\'@a\u0001 <b> & ""c""",\r\n')
    const files = unzipSync(workbook([{ name: "a/b: c", rows }]))
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"]!)
    expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
    expect(sheet).toContain('<c r="B2"><v>-0.5</v></c>')
    expect(sheet).toContain("@a\ufffd &lt;b&gt; &amp; &quot;c&quot;")
    expect(strFromU8(files["xl/workbook.xml"]!)).toContain('name="a b  c"')
  })
})
