/**
 * Two runs that differ only in what Ana has not revealed, seen from Ben's browser: overview, desk, review and tree
 * receive the same bytes in both (B10), by page and by room.
 */
import { type Browser, expect, test } from "@playwright/test"
import { textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { putCoding, putMemo, removeCoding, suggestCode } from "../../core/ydoc/layer"
import { readTranscript } from "../../core/ydoc/source"
import { startLiveServer } from "../support/liveServer"
import { recordPage, repeat } from "../support/recorderPage"
import { makeStudy } from "../support/study"

interface Secret {
  /** Words, and the new code they are read with; null: the code of the codebook. */
  readonly codings: readonly (readonly [words: string, newCode: string | null])[]
  readonly memo: string
}

const little: Secret = { codings: [["On hérite", null]], memo: "" }
const much: Secret = {
  codings: [
    ["C’est mon prédécesseur", "canary: what one inherits"],
    ["le quart d’heure est passé", "canary: no time"],
    ["Je vois la ligne", "canary: to see and not to say"],
    ["ouvrir cette porte", "canary: the door"],
    ["De la peur, je crois", null],
    ["un peu la mienne", null],
  ],
  memo: "canary: private ".repeat(100),
}

type Received = ReadonlyMap<string, readonly string[]>

/** One run: what Ben's browser received while blind, and after the reveal. */
async function run(browser: Browser, secret: Secret): Promise<{ blind: Received; revealed: Received }> {
  const server = await startLiveServer({ env: { BINOME_SEED: "two runs" } })
  const context = await browser.newContext({ baseURL: server.address })
  try {
    const { owner: ana, ben, project, source, passage, code } = await makeStudy(server)
    await context.addCookies(
      ben.cookie.split("; ").map((cookie) => {
        const [name, value] = cookie.split("=", 2) as [string, string]
        return { name, value, url: server.address }
      }),
    )
    const page = await context.newPage()
    await repeat(page)
    const recorder = recordPage(page)
    const look = async (path: string) => {
      await page.goto(`/projects/${project}${path}`)
      await expect(page.getByRole("main")).toBeVisible()
      await page.waitForTimeout(1_500)
    }
    const handIns = `/api/sources/${source}/hand-ins`
    const complete = (idempotencyKey: string) => ana.ask("POST", handIns, { passage, idempotencyKey })

    await look("")
    const transcript = await ana.room(`source/${source}`)
    const layer = await ana.room(`layer/${source}/${ana.id}`)
    const text = textOf(readTranscript(transcript.doc).turns)
    for (const [at, [words, newCode]] of secret.codings.entries()) {
      const from = text.indexOf(words)
      const anchor = anchorTo(transcript.doc, text, { from, to: from + words.length })
      const coding = { id: `ana-${at}`, anchor, createdAt: "", memo: null, shareMemo: false }
      const suggested = { id: `canary-code-${at}`, name: newCode ?? "", definition: null, parent: null }
      if (newCode) suggestCode(layer.doc, suggested, { ...coding, code: suggested.id })
      else putCoding(layer.doc, { ...coding, code })
    }
    putMemo(layer.doc, { id: "memo", text: secret.memo, anchor: null, createdAt: "", changedAt: "" })
    await look(`/sources/${source}/code`)
    await complete("one")
    await page.waitForTimeout(1_000)
    await look(`/sources/${source}/review`)
    await ana.ask("DELETE", handIns, { passage })
    if (secret.codings.length > 1) removeCoding(layer.doc, "ana-0")
    await page.waitForTimeout(1_000)
    await look("/tree")
    await complete("two")
    await page.waitForTimeout(1_000)
    for (const path of ["", `/sources/${source}/code`, `/sources/${source}/review`, "/tree"]) await look(path)
    const blind = await recorder.take()

    await ben.ask("POST", handIns, { passage, idempotencyKey: "ben" })
    await look(`/sources/${source}/review`)
    await look("/tree")
    const revealed = await recorder.take()
    transcript.close()
    layer.close()
    return { blind, revealed }
  } finally {
    await context.close()
    await server.stop()
  }
}

/** What every visit is told, in order. A page may fetch itself again, or be left before it could: see below. */
function told(received: Received): Record<string, readonly string[]> {
  return Object.fromEntries([...received].filter(([from]) => !from.endsWith("(again)")))
}

/** Next draws a name for each request and keys the page's title and viewport by it; how many were drawn before is a matter of time. */
const nameOfRequest = /^[\w-]{21}[mv]$/

/** The words of what a page was told when it fetched itself again: how often, and in which order its parts stream, is a matter of time. */
function wordsToldAgain(received: Received): Set<string> {
  const again = [...received].filter(([from]) => from.endsWith("(again)")).flatMap(([, lines]) => lines)
  const words = again.join("\n").match(/[\w-]{4,}/g) ?? []
  return new Set(words.filter((word) => !nameOfRequest.test(word)))
}

const all = (received: Received) => [...received.values()].flat().join("\n")

// Two servers, one after the other.
test.setTimeout(600_000)

test("[B10] another's unrevealed work changes nothing that a coder's browser receives", async ({
  browser,
}) => {
  const one = await run(browser, little)
  const other = await run(browser, much)

  expect(Object.keys(told(one.blind)).sort()).toEqual(Object.keys(told(other.blind)).sort())
  for (const [from, lines] of Object.entries(told(one.blind))) {
    const theirs = told(other.blind)[from]!
    const at = lines.findIndex((line, at) => line !== theirs[at])
    expect({ from, one: lines[at]?.slice(0, 3_000) }).toEqual({
      from,
      one: at < 0 ? undefined : theirs[at]?.slice(0, 3_000),
    })
    expect({ from, many: theirs.length }).toEqual({ from, many: lines.length })
  }
  const [mine, hers] = [wordsToldAgain(one.blind), wordsToldAgain(other.blind)]
  if (mine.size > 0 && hers.size > 0) expect([...hers].sort()).toEqual([...mine].sort())
  expect(all(other.blind)).not.toContain("canary")

  expect(all(other.revealed)).not.toEqual(all(one.revealed))
  expect(all(other.revealed)).toContain("canary: the door")
  expect(all(other.revealed)).not.toContain("canary: private")
})
