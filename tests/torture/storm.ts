/**
 * The server under load, killed and started again: two coders code, complete, take back, propose and refer, a
 * supervisor rules, and at a random moment the process is gone. After each kill everything that was acknowledged is
 * looked for: in the database itself, in the rooms of a newcomer, in the answers of the API, on the screens.
 */

import { type Chance, createChance } from "../support/chance"
import { type Person, personWith } from "../support/person"
import { importTranscript } from "../support/study"
import { rule, work } from "./acts"
import { wrongHeard, wrongLayer, wrongSaid, wrongScreen, wrongStates } from "./checks"
import { type Coder, reconnect, seat, sitDown, standUp } from "./coder"
import { marksIn, mustStand } from "./ledger"
import { startVictim, type Victim } from "./process"
import type { RowsFound } from "./rows"
import { longTranscript } from "./transcript"

export interface StormSettings {
  readonly kills: number
  readonly seed: number
  readonly onKill?: (report: StormReport) => void
}

export interface StormReport {
  readonly kills: number
  /** Of them, at a named step of the server's work. */
  readonly killsAtSteps: number
  readonly codingsSaved: number
  readonly handInsAndTakeBacks: number
  readonly proposalsReferralsCodes: number
  /** Marks of the other that were heard once revealed: so those of what is not revealed could have been. */
  readonly foreignMarksHeard: number
  readonly wrong: readonly string[]
}

const STEPS = ["hand-in-begun", "hand-in-recorded", "hand-in-projected"]
const KILLS_PER_SOURCE = 8
const PASSAGES = 8

export async function storm({ kills, seed, onKill }: StormSettings): Promise<StormReport> {
  const chance = createChance(seed)
  const server = await startVictim()
  try {
    const { project, code, people } = server.first.study!
    const [ana, ben, claire] = people.map(({ id, cookie }) => personWith(server.address, cookie, id))
    const coders = [seat("ana", ana!, chance), seat("ben", ben!, chance)]
    const study: Study = { server, project, code, coders, claire: claire!, chance, sources: [] }
    await addSource(study)
    let report = { ...nothingYet }
    while (report.kills < kills && report.wrong.length === 0) {
      if (report.kills % KILLS_PER_SOURCE === KILLS_PER_SOURCE - 1) await addSource(study)
      const step = chance.happens(25) ? chance.one(STEPS) : null
      if (step) {
        await server.kill()
        await server.restart({ BINOME_CRASH_AT: step })
      }
      const atStep = await workUntilKilled(study, step ? 6_000 : 200 + chance.number(1_300))
      for (const coder of coders) if (chance.happens(40)) standUp(coder)
      const { rows } = await server.restart()
      const wrong = await look(study, rows)
      report = { ...sums(report, coders, atStep), wrong }
      for (const { ledger } of coders) ledger.heard.length = 0
      onKill?.(report)
    }
    for (const coder of coders) standUp(coder)
    return report
  } finally {
    await server.stop()
  }
}

const nothingYet: StormReport = {
  kills: 0,
  killsAtSteps: 0,
  codingsSaved: 0,
  handInsAndTakeBacks: 0,
  proposalsReferralsCodes: 0,
  foreignMarksHeard: 0,
  wrong: [],
}

interface Study {
  readonly server: Victim
  readonly project: string
  readonly code: string
  readonly coders: readonly Coder[]
  readonly claire: Person
  readonly chance: Chance
  /** The last is worked at. */
  readonly sources: string[]
}

/** What was saved of the old source has been looked for by now. */
async function addSource({ server, project, coders, chance, sources }: Study): Promise<void> {
  for (const coder of coders) {
    standUp(coder)
    coder.ledger.codings.clear()
  }
  const ids = coders.map(({ person }) => person.id)
  const text = longTranscript(PASSAGES, chance)
  sources.push(await importTranscript(server, coders[0]!.person, project, text, ids))
}

/** Everybody works for a while; true when the process died by itself, at the step it was told. */
async function workUntilKilled(
  { server, coders, claire, chance, ...study }: Study,
  atMostMs: number,
): Promise<boolean> {
  const source = study.sources.at(-1)!
  let isOver = false
  for (const coder of coders) if (!coder.desk) await sitDown(coder, source)
  const ended = server.ended().then(() => true)
  const working = [
    ...coders.map((coder) => work(coder, study, () => isOver)),
    rule({ person: claire, chance, said: coders[0]!.ledger.said }, source, () => isOver),
  ]
  const time = new Promise<false>((resolve) => setTimeout(() => resolve(false), atMostMs))
  const atStep = await Promise.race([ended, time])
  if (!atStep) await server.kill()
  isOver = true
  await Promise.all(working)
  return atStep
}

/** All that does not hold, after the restart; first for newcomers, then with what was waiting sent again. */
async function look({ coders, project, sources }: Study, { wrong, revealed }: RowsFound): Promise<string[]> {
  const source = sources.at(-1)!
  const [ana, ben] = coders as readonly [Coder, Coder]
  const found = [...wrong, ...wrongHeard(ana, "ben", revealed), ...wrongHeard(ben, "ana", revealed)]
  for (const coder of coders) {
    found.push(...(await wrongLayer(coder, source)), ...(await wrongSaid(coder, project, sources)))
    await reconnect(coder)
  }
  for (const coder of coders) await coder.outbox.flush()
  for (const coder of coders) found.push(...(await wrongStates(coder, source)), ...(await wrongScreen(coder)))
  return found
}

function sums(before: StormReport, coders: readonly Coder[], atStep: boolean): StormReport {
  const ledgers = coders.map(({ ledger }) => ledger)
  const sum = (count: (ledger: Coder["ledger"]) => number) =>
    ledgers.reduce((all, each) => all + count(each), 0)
  const foreign = coders.reduce(
    (all, { name, ledger }) =>
      all + [...marksIn(ledger.heard)].filter((mark) => !mark.startsWith(`canary-${name}-`)).length,
    0,
  )
  return {
    ...before,
    kills: before.kills + 1,
    killsAtSteps: before.killsAtSteps + (atStep ? 1 : 0),
    codingsSaved: Math.max(
      before.codingsSaved,
      sum((ledger) => mustStand(ledger).length),
    ),
    handInsAndTakeBacks: sum(({ answered }) => [...answered.values()].reduce((all, each) => all + each, 0)),
    proposalsReferralsCodes: sum(({ said }) => said.size),
    foreignMarksHeard: before.foreignMarksHeard + foreign,
  }
}
