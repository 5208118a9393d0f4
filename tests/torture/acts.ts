/** What coders and supervisor do at random. An act that the line or a kill cuts short is nobody's fault. */
import { anchorTo } from "../../core/ydoc/anchors"
import { putCoding, putMemo, removeCoding, suggestCode } from "../../core/ydoc/layer"
import type { Chance } from "../support/chance"
import type { Person } from "../support/person"
import type { Coder, Desk } from "./coder"

let drawn = 0

/** Works until told to stop. */
export async function work(coder: Coder, study: { code: string; project: string }, isOver: () => boolean) {
  while (!isOver()) {
    const act = coder.chance.number(100)
    if (act < 62) code(coder, study.code)
    else if (act < 70) drop(coder)
    else if (act < 76) writeMemo(coder)
    else if (act < 84) handIn(coder)
    else if (act < 87) await takeBack(coder).catch(() => {})
    else if (act < 97) await deliberate(coder).catch(() => {})
    else await makeCode(coder, study.project).catch(() => {})
    void coder.outbox.flush()
    await new Promise((resolve) => setTimeout(resolve, coder.chance.number(25)))
  }
}

const stateOf = (coder: Coder, passage: string) => {
  const commands = coder.outbox.read().waiting.filter(({ body }) => body.passage === passage)
  return (coder.ledger.answered.get(passage) ?? 0) + commands.length
}
/** Handed in an odd number of times: hand-ins and take-backs alternate. */
const isOpen = (coder: Coder, passage: string) => stateOf(coder, passage) % 2 === 0

function openPassage(coder: Coder, desk: Desk) {
  return coder.chance.one(desk.passages.filter(({ id }) => isOpen(coder, id)))
}

function code(coder: Coder, known: string): void {
  const { desk, chance, ledger, name } = coder
  const passage = desk && openPassage(coder, desk)
  if (!desk || !passage) return
  const mark = `canary-${name}-${desk.passages.indexOf(passage)}-${drawn++}`
  const id = `${mark}-c`
  const from = passage.from + chance.number(passage.to - passage.from - 60)
  const anchor = anchorTo(desk.transcript.doc, desk.text, { from, to: from + 20 + chance.number(40) })
  const coding = { id, code: known, anchor, createdAt: "", memo: null, shareMemo: false }
  ledger.codings.set(id, { id, passage: passage.id, written: "sent", removed: null })
  if (chance.happens(70)) putCoding(desk.layer.doc, coding)
  else {
    const suggested = { id: `${mark}-k`, name: `${mark}-k`, definition: null, parent: null }
    suggestCode(desk.layer.doc, suggested, { ...coding, code: suggested.id })
  }
}

function drop(coder: Coder): void {
  const { desk, ledger, chance } = coder
  const entry = chance.one(
    [...ledger.codings.values()].filter(
      ({ id, passage, removed }) =>
        removed === null && isOpen(coder, passage) && desk?.layer.doc.getMap("codings").has(id),
    ),
  )
  if (!desk || !entry) return
  entry.removed = "sent"
  removeCoding(desk.layer.doc, entry.id)
}

function writeMemo({ desk, name }: Coder): void {
  if (!desk) return
  const id = `canary-${name}-0-${drawn++}-m`
  putMemo(desk.layer.doc, { id, text: `${id} for nobody else`, anchor: null, createdAt: "", changedAt: "" })
}

function handIn(coder: Coder): void {
  const { desk, ledger } = coder
  const passage = desk && openPassage(coder, desk)
  if (!desk || !passage) return
  if (![...ledger.codings.values()].some((entry) => entry.passage === passage.id && !entry.removed)) return
  coder.outbox.add({
    key: `${coder.name}-${drawn++}`,
    method: "POST",
    path: `/api/sources/${desk.source}/hand-ins`,
    body: { passage: passage.id, idempotencyKey: `key-${coder.name}-${drawn++}` },
    madeAt: "",
  })
}

async function takeBack(coder: Coder): Promise<void> {
  const { desk } = coder
  if (!desk || coder.outbox.read().waiting.length > 0) return
  const { body } = await coder.call("GET", `/api/sources/${desk.source}`)
  const states = Object.entries<{ state: string; revision: number }>(body.mine ?? {})
  const handed = coder.chance.one(states.filter(([, { state }]) => state === "handed-in"))
  if (!handed) return
  const [passage, { revision }] = handed
  const path = `/api/sources/${desk.source}/hand-ins`
  coder.outbox.add({
    key: `${coder.name}-${drawn++}`,
    method: "DELETE",
    path,
    body: { passage, expectedRevision: revision },
    madeAt: "",
  })
}

async function deliberate(coder: Coder): Promise<void> {
  const { desk, chance, ledger } = coder
  if (!desk) return
  const { body } = await coder.call("GET", `/api/sources/${desk.source}/review`)
  const flag = chance.one(Object.values<any>(body.flags ?? {}))
  if (!flag) return
  const path = `/api/disagreements/${encodeURIComponent(flag.id)}`
  const reason = `reason-${coder.name}-${drawn++}-r`
  const { standing } = flag
  if (standing.is === "proposed" && standing.proposal.by !== coder.person.id) {
    const { id: proposal, revision } = standing.proposal
    await coder.call("POST", `${path}/acceptances`, { proposal, revision, whyNotListened: "torture" })
  } else if (chance.happens(70)) {
    const verdict = chance.happens(50) ? { kind: "both" } : { kind: "reading", of: chance.one(["a", "b"]) }
    const said = { verdict, reason, whyNotListened: "torture" }
    const { status } = await coder.call("POST", `${path}/proposals`, said)
    if (status === 201) ledger.said.add(reason)
  } else {
    const { status } = await coder.call("POST", `${path}/referrals`, { reason, whyNotListened: "torture" })
    if (status === 201) ledger.said.add(reason)
  }
}

async function makeCode({ call, name, ledger }: Coder, project: string): Promise<void> {
  const { status, body } = await call("POST", `/api/projects/${project}/codes`, {
    name: `code-${name}-${drawn++}`,
  })
  if (status === 201) ledger.said.add(body.id)
}

/** The supervisor rules on what is referred. */
export async function rule(
  { person, chance, said }: { person: Person; chance: Chance; said: Set<string> },
  source: string,
  isOver: () => boolean,
) {
  while (!isOver()) {
    await new Promise((resolve) => setTimeout(resolve, 30 + chance.number(100)))
    const { body } = await person.call("GET", `/api/sources/${source}/review`).catch(() => ({ body: null }))
    const flags = Object.values<any>(body?.flags ?? {}).filter(({ standing }) => standing.is === "referred")
    const flag = chance.one(flags)
    if (!flag) continue
    const reason = `reason-claire-${drawn++}-r`
    const path = `/api/disagreements/${encodeURIComponent(flag.id)}/rulings`
    const verdict = { kind: "both" }
    const answer = await person
      .call("POST", path, { verdict, reason, whyNotListened: "torture" })
      .catch(() => null)
    if (answer?.status === 201) said.add(reason)
  }
}
