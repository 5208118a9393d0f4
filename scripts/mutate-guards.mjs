/**
 * Breaks each guard of blindness, one at a time, in a copy of what is committed, and expects the tests named beside
 * it to fail. A guard whose breaking no test notices is reported as SURVIVED, and the exit code is 1.
 * `node scripts/mutate-guards.mjs [word…]` takes only the guards that hold one of the words.
 */
import { execFileSync, spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const access = ["tests/core/access.test.ts"]
const review = ["tests/core/review.test.ts"]
const crossing = ["tests/server/nonInterferenceCrossing.test.ts"]
/** The whole recording under one policy is enough to see a leak. */
const recording = ["tests/server/nonInterference.test.ts", "-t", "blind by passage"]
const asked = (name) => ["tests/server/matrix.test.ts", "-t", name]
const rooms = (name) => ["tests/server/matrixRooms.test.ts", "-t", name]

/** `from` must stand in the file exactly once. */
const guards = [
  {
    rule: "B2",
    what: "a layer is its coder's alone",
    file: "core/access.ts",
    from: "place.coder === member.id && member.codes",
    to: "member.codes",
    tests: access,
  },
  {
    rule: "B2",
    what: "a layer is in a source one codes",
    file: "core/access.ts",
    from: "place.coder === member.id && member.codes.has(place.source) ?",
    to: "place.coder === member.id ?",
    tests: access,
  },
  {
    rule: "B4",
    what: "rooms of the server are read only (accessTo)",
    file: "core/access.ts",
    from: 'return reads(member, place.source) ? "read" : "none"',
    to: 'return reads(member, place.source) ? "write" : "none"',
    tests: access,
  },
  {
    rule: "B4",
    what: "what a reader writes is not taken",
    file: "server/sync/room.ts",
    from: "if (!connection.mayWrite) return true",
    to: "if (connection.mayWrite === null) return true",
    tests: rooms("own project .* source/{source}$"),
  },
  {
    rule: "B12",
    what: "nobody supervises what they code",
    file: "core/access.ts",
    from: 'member.role === "supervisor" && !member.codes.has(source)',
    to: 'member.role === "supervisor"',
    tests: access,
  },
  {
    rule: "B22",
    what: "complete when everyone has handed in",
    file: "core/review.ts",
    from: "coders.every((coder)",
    to: "coders.some((coder)",
    tests: review,
  },
  {
    rule: "B24",
    what: "nothing before all of the source is complete",
    file: "core/review.ts",
    from: 'if (source.policy === "source" && !pending.every(complete)) return []',
    to: "",
    tests: review,
  },
  {
    rule: "B1",
    what: "due only when complete",
    file: "core/review.ts",
    from: "return pending.filter(complete).map(",
    to: "return pending.map(",
    tests: review,
  },
  {
    rule: "B16",
    what: "a reveal copies listed fields of a coding",
    file: "core/review.ts",
    from: "handIn.codings.map(revealedCoding).sort(byWords)",
    to: "[...handIn.codings].sort(byWords)",
    tests: review,
  },
  {
    rule: "B17",
    what: "a reveal carries used suggestions alone",
    file: "core/review.ts",
    from: "suggested.filter((code) => used.has(code.id))",
    to: "suggested.filter(() => used)",
    tests: review,
  },
  {
    rule: "B16",
    what: "a memo crosses only if shared",
    file: "server/commands/cutCodings.ts",
    from: "coding.shareMemo ? coding.memo : null",
    to: "coding.memo",
    tests: crossing,
  },
  {
    rule: "B17",
    what: "a hand-in carries used suggestions alone",
    file: "server/commands/cutCodings.ts",
    from: ".filter((code) => used.has(code.id))",
    to: "",
    tests: crossing,
  },
  {
    rule: "B17",
    what: "a hand-in is in the order of the text",
    file: "server/commands/cutCodings.ts",
    from: "one.text.from - other.text.from || one.text.to - other.text.to ||",
    to: "",
    tests: crossing,
  },
  {
    rule: "B3",
    what: "shown early only where the source is open",
    file: "server/queries/review.ts",
    from: 'read.policy === "open" ? shownEarly(read, standing)',
    to: "read.policy ? shownEarly(read, standing)",
    tests: recording,
  },
  {
    rule: "B9",
    what: "the review tells progress as a count",
    file: "server/queries/review.ts",
    from: "standing.filter(({ handIn }) => handIn.account === id).length",
    to: "standing.filter(({ handIn }) => handIn.account === id).map(({ handIn }) => handIn.passage)",
    tests: recording,
  },
  {
    rule: "B9",
    what: "one's own state is made of one's own hand-ins",
    file: "server/queries/source.ts",
    from: "and(eq(handIn.source, id), eq(handIn.account, coder))",
    to: "eq(handIn.source, id)",
    tests: recording,
  },
  {
    rule: "B5",
    what: "no presence in the transcript",
    file: "server/http/admission.ts",
    from: 'return "none"',
    to: 'return { fields: ["cursor"] }',
    tests: recording,
  },
  {
    rule: "B14",
    what: "presence is listed field by field",
    file: "server/sync/presence.ts",
    from: "rule.fields.filter((field)",
    to: "Object.keys(state).filter((field)",
    tests: recording,
  },
  {
    rule: "B20",
    what: "answers are private and not stored",
    file: "server/door.ts",
    from: 'const headers = { "cache-control": "private, no-store" }',
    to: 'const headers = { "cache-control": "no-cache" }',
    tests: asked("GET /api/me"),
  },
  {
    rule: "B20",
    what: "refusals are private and not stored",
    file: "server/refusal.ts",
    from: '"cache-control": "private, no-store"',
    to: '"cache-control": "no-cache"',
    tests: asked("GET /api/me"),
  },
  {
    rule: "B20",
    what: "what the server streams is private and not stored",
    file: "server/http/rawRoutes.ts",
    from: 'response.setHeader("cache-control", "private, no-store")',
    to: "",
    tests: ["tests/server/external.test.ts", "-t", "B20"],
  },
  {
    rule: "B13",
    what: "strangers are told what is missing",
    file: "server/door.ts",
    from: 'if (!location || !member) throw new Refusal("not-found")',
    to: 'if (!location || !member) throw new Refusal(location ? "not-allowed" : "not-found")',
    tests: asked("GET /api/projects/{project}"),
  },
  {
    rule: "B13",
    what: "disagreements are known to readers of the review",
    file: "server/door.ts",
    from: "if (params.disagreement === undefined || source === null) return true",
    to: "return true",
    tests: asked("referrals"),
  },
  {
    rule: "B13",
    what: "a refused read is told as missing",
    file: "server/door.ts",
    from: 'const isSeen = rule.need === "write" &&',
    to: "const isSeen =",
    tests: asked("GET /api/projects/{project}/queue"),
  },
  {
    rule: "–",
    what: "who left is a stranger",
    file: "server/places.ts",
    from: ", isNull(membership.leftAt)",
    to: "",
    tests: asked("GET /api/projects/{project}"),
  },
  {
    rule: "–",
    what: "a revoked session is nobody's",
    file: "server/session.ts",
    from: ", isNull(session.revokedAt)",
    to: "",
    tests: asked("GET /api/me"),
  },
  {
    rule: "–",
    what: "an expired token is nobody's",
    file: "server/session.ts",
    from: ", gt(session.expiresAt, now)",
    to: "",
    tests: asked("GET /api/me"),
  },
  {
    rule: "–",
    what: "a cookie from another site's page does nothing",
    file: "server/door.ts",
    from: 'return URL.canParse(origin) && new URL(origin).host === headers.get("host")',
    to: "return URL.canParse(origin)",
    tests: ["tests/server/external.test.ts", "-t", "another site"],
  },
]

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const copy = mkdtempSync(join(tmpdir(), "binome-guards-"))
let running = null
process.on("exit", () => rmSync(copy, { recursive: true, force: true }))
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    running?.kill("SIGKILL")
    process.exit(130)
  })
}

execFileSync("sh", ["-c", `git archive HEAD | tar -x -C "${copy}"`], { cwd: root })
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"))

/** The names of tests that failed; null when all passed. Throws when none ran. */
async function failures(tests) {
  const report = join(copy, "report.json")
  rmSync(report, { force: true })
  const args = ["node_modules/vitest/vitest.mjs", "run", "--bail", "1", "--reporter=json"]
  running = spawn(process.execPath, [...args, "--outputFile", report, ...tests], {
    cwd: copy,
    stdio: "ignore",
  })
  await new Promise((resolve) => running.on("exit", resolve))
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, "utf8"))
  const failed = testResults.flatMap(({ name, status, assertionResults }) => {
    const names = assertionResults.filter((each) => each.status === "failed").map((each) => each.fullName)
    return names.length === 0 && status === "failed" ? [`${name} does not load`] : names
  })
  if (failed.length === 0 && numPassedTests === 0) throw new Error(`no test is called ${tests.join(" ")}`)
  return failed.length === 0 ? null : failed
}

/** What became of a guard that was broken. */
async function breakGuard({ file, from, to, tests }) {
  const path = join(copy, file)
  const whole = readFileSync(path, "utf8")
  if (whole.split(from).length !== 2) return "NOT FOUND: the line has changed"
  writeFileSync(
    path,
    whole.replace(from, () => to),
  )
  try {
    const failed = await failures(tests)
    return failed ? `killed by ${failed[0]}` : "SURVIVED"
  } finally {
    writeFileSync(path, whole)
  }
}

const words = process.argv.slice(2)
const chosen = guards.filter((guard) => words.length === 0 || words.some((word) => guard.what.includes(word)))
let isWhole = true
for (const tests of new Set(chosen.map((guard) => JSON.stringify(guard.tests)))) {
  const failed = await failures(JSON.parse(tests))
  if (!failed) continue
  console.log(`FAILS WITHOUT ANY CHANGE: ${failed[0]}`)
  isWhole = false
}
for (const guard of isWhole ? chosen : []) {
  const became = await breakGuard(guard)
  console.log(`${guard.rule.padEnd(4)} ${guard.what.padEnd(52)} ${became}`)
  isWhole &&= became.startsWith("killed")
}
process.exit(isWhole ? 0 : 1)
