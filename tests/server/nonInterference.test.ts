/**
 * Two runs that differ only in what Ana has not revealed: Ben must receive the same bytes in both (B10). Everything
 * he can ask and every room he can sit in is recorded, before and after each step of hers.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Blindness } from "../../core/model"
import { nameOf, operations } from "../support/api"
import { anaWorks, openStory, type Secret, type Story } from "../support/recorderStory"

/** Ana has hardly begun. */
const little: Secret = {
  completes: [0, 1],
  codings: [{ words: "On hérite", code: "hériter" }],
  newCodes: [],
  memo: "",
  caret: "x",
  drops: 0,
  consents: false,
}

/** Ana has found a great deal, in other passages and in another order. */
const much: Secret = {
  completes: [1, 0],
  codings: [
    { words: "On hérite du prédécesseur", code: "canary-code-1", memo: "canary-memo: told" },
    { words: "renouveler ces traitements", code: "peur", memo: "canary-memo: kept" },
    { words: "On hérite", code: "hériter", memo: "long ".repeat(500) },
    { words: "je n’ouvre pas cette porte", code: "canary-code-2" },
    { words: "De la peur", code: "canary-code-1" },
    { words: "un peu la mienne", code: "peur" },
  ],
  newCodes: [
    { id: "canary-code-1", name: "canary-name: what one inherits", definition: "" },
    { id: "canary-code-2", name: "canary-name: the closed door", definition: "canary-definition" },
    { id: "canary-code-3", name: "canary-name: never used", definition: "" },
  ],
  memo: "canary-private-memo ".repeat(40),
  caret: "canary-caret ".repeat(20),
  drops: 2,
  consents: true,
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 4, 3, 10) })
})
afterEach(() => {
  vi.useRealTimers()
})

/** What a path demands to be asked with. */
const queries: Readonly<Record<string, string>> = {
  "/api/codes/{code}/merge": "?into=hériter",
  "/api/projects/{project}/agreement/export": "?format=csv",
}

/** Everything Ben may ask or may only try; the answers of what he is refused are bytes as well. */
async function askEverything({ record, source, project, passages, ana }: Story) {
  const params = { source, project, code: "peur", secret: "no-such-secret" }
  for (const { method, path } of operations.filter(({ method }) => method === "GET")) {
    await record.ask({ method, path, params, query: queries[path] ?? "" })
  }
  for (const format of ["xlsx", "r", "methods"])
    await record.ask({
      method: "GET",
      path: "/api/projects/{project}/agreement/export",
      params,
      query: `?format=${format}`,
    })
  await record.ask({ method: "GET", path: "/api/projects/{project}/export", params, query: "?format=docx" })
  const tries: [string, string, Record<string, string>, object?][] = [
    ["GET", "/api/sources/{source}/review", { source: "missing" }],
    ["DELETE", "/api/projects/{project}/members/{member}", { project, member: ana.id }],
    ["PATCH", "/api/codes/{code}", { code: "canary-code-1" }, { name: "taken" }],
    ["POST", "/api/codes/{code}/merge", { code: "peur" }, { into: "canary-code-1" }],
    ["POST", "/api/sources/{source}/declarations", { source }, { talkedBefore: false }],
    ...passages.flatMap((passage): typeof tries => [
      ["POST", "/api/sources/{source}/exposures", { source }, { passage, what: "opened" }],
      [
        "POST",
        "/api/disagreements/{disagreement}/proposals",
        { disagreement: `${passage}~1~${ana.id}.002fa0` },
        {},
      ],
    ]),
    ["POST", "/api/sources/{source}/batches", { source }, { disagreements: ["x"], keep: true }],
    [
      "POST",
      "/api/sources/{source}/readings",
      { source },
      { code: "peur", anchor: { start: null, end: null, quote: "On hérite du prédécesseur" } },
    ],
  ]
  for (const [method, path, params, body] of tries) {
    await record.ask({ method, path, params, ...(body ? { body: JSON.stringify(body) } : {}) })
  }
  await record.visit(`layer/${source}/${ana.id}`)
  await record.visit(`review/${source}`)
  await record.settle()
}

/** One run: what Ben received before anything was revealed, and after. */
async function run(blindness: Blindness, secret: Secret) {
  const story = await openStory("a seed", blindness)
  try {
    const { record, ben, source, project, passages } = story
    const handIns = "/api/sources/{source}/hand-ins"
    const complete = (at: number) => ({
      method: "POST",
      path: handIns,
      params: { source },
      body: JSON.stringify({ passage: passages[at], idempotencyKey: `ben-${at}` }),
    })
    const rooms = ["source", "review"].map((kind) => `${kind}/${source}`)
    for (const room of [...rooms, `layer/${source}/${ben.id}`, `codebook/${project}`, `tree/${project}`])
      await record.sit(room)
    await record.settle()
    await askEverything(story)
    let step = 0
    for await (const what of anaWorks(story, secret)) {
      await record.settle()
      record.mark(what)
      await askEverything(story)
      // Ben works too: he completes the passage that Ana leaves open, and takes it back once.
      if (++step === 3) await record.ask(complete(2))
      if (step === 4) {
        // He declines what was asked of both: what she answered is nothing to him (B28).
        await declineWeakening(story)
        const body = JSON.stringify({ passage: passages[2] })
        await record.ask({ method: "DELETE", path: handIns, params: { source }, body })
      }
      await record.settle()
    }
    const before = [...record.lines()]
    record.mark("Ben completes what Ana has completed: it is revealed")
    for (const at of secret.completes) await record.ask(complete(at))
    if (blindness === "source") {
      await story.ana.ask("POST", handIns, { source }, { passage: passages[2], idempotencyKey: "last" })
      await record.ask({
        ...complete(2),
        body: JSON.stringify({ passage: passages[2], idempotencyKey: "b" }),
      })
    }
    await askEverything(story)
    return { before, after: record.lines().slice(before.length), ana: story.ana.id }
  } finally {
    await story.close()
  }
}

async function declineWeakening({ record, ben, source }: Story) {
  const { body } = await ben.ask("GET", "/api/sources/{source}", { source })
  const { id } = body.weakening as { id: string }
  record.mark("Ben declines")
  const path = "/api/sources/{source}/weakening/consents"
  await record.ask({ method: "DELETE", path, params: { source }, body: JSON.stringify({ weakening: id }) })
}

/** What Ben asks and is not told: the recorder must have heard of everything else. */
function notAnswered(lines: readonly string[]): string[] {
  const asked = operations.filter(({ method }) => method === "GET").map(nameOf)
  return asked.filter((name) => !lines.some((line) => line.startsWith(name) && / → 20[06] /.test(line)))
}

/** What of Ana's is among the bytes. */
function found(lines: readonly string[]): string[] {
  const canaries = [...JSON.stringify(much).matchAll(/canary-[\w-]+(: [^"]+)?/g)].map(([canary]) => canary)
  return [...new Set(canaries)].filter((canary) => lines.some((line) => line.includes(canary)))
}

/** Where two recordings part: after which step, and the two lines. */
function firstDifference(one: readonly string[], other: readonly string[]) {
  const at = one.findIndex((line, at) => line !== other[at])
  if (at < 0) return one.length === other.length ? null : other[one.length]
  const step = one.slice(0, at).findLast((line) => line.startsWith("—"))
  return { step, one: one[at]!.slice(0, 2_000), other: other[at]?.slice(0, 2_000) }
}

describe.each(["passage", "source"] as const)("blind by %s", (blindness) => {
  it("[B3, B7, B9, B10, B16, B28] the other receives the same bytes, whatever one has not revealed", async () => {
    const one = await run(blindness, little)
    const other = await run(blindness, much)

    const refused = [
      "GET /api/invitations/{secret}",
      "GET /api/projects/{project}/audit",
      // Nobody takes part in it yet.
      "GET /api/projects/{project}/participants/{participant}/standing",
      "GET /api/projects/{project}/queue",
      "GET /api/projects/{project}/uploads/{upload}",
      "GET /api/sources/{source}/erasures",
      "GET /api/sources/{source}/versions/{version}",
    ]
    expect(notAnswered(one.before).sort()).toEqual(refused)
    expect(firstDifference(one.before, other.before)).toBeNull()
    expect(found(other.before)).toEqual([])

    // What is revealed differs, and is there: the recorder would have seen it. The rest is never.
    expect(firstDifference(one.after, other.after)).not.toBeNull()
    const late = blindness === "source" ? ["canary-code-1", "canary-name: what one inherits"] : []
    const shown = ["canary-code-2", "canary-name: the closed door", "canary-definition", ...late]
    expect(found(other.after).sort()).toEqual(shown.sort())
  }, 120_000)
})
