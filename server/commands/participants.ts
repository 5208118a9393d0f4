import { isDeepStrictEqual } from "node:util"
import { and, eq, inArray } from "drizzle-orm"
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core"
import type { MemberId, ProjectId } from "../../core/model"
import { columnOf } from "../../core/participants/cells"
import { changed, type Edit, type Problem } from "../../core/participants/edits"
import type { Participant, Sample, Variable } from "../../core/participants/model"
import type { Db } from "../../db/client"
import { participant, participantChange, participantVariable, participation } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, finishErasures } from "../erasure"
import { sampleOf } from "../queries/participants"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { endLinksOfWithdrawn } from "./endLinks"
import { holdProject, namesIn } from "./heldParticipants"
import { demandVariable } from "./variables"

const MOST_PROBLEMS = 200

export interface TableRequest {
  readonly project: ProjectId
  readonly by: MemberId
  readonly key: string
  /** What is new, under names that this request alone knows it by. */
  readonly variables: readonly Omit<Variable, "order">[]
  readonly added: readonly string[]
  readonly edits: readonly Edit[]
}

export interface TableAnswer {
  /** The edits that take it back. */
  readonly before: readonly Edit[]
  /** The ids of who is new, by their names in the request; and those of the variables that are. */
  readonly made: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
}

/**
 * Changes cells of the table of participants, whole or not at all, with what is new in it. Counted once under its key:
 * where it was done before it answers who was new, and nothing to be taken back. Who withdraws reads by no link any more.
 */
export async function changeParticipants(services: Services, sent: TableRequest): Promise<TableAnswer> {
  const answer = await changeTable(services, sent)
  // Also where it was done before: the server may have ended between the two.
  const withdrawing = sent.edits.filter(({ column }) => column === "withdrawal")
  const participants = withdrawing.map(({ participant }) => answer.made[participant] ?? participant)
  await endLinksOfWithdrawn(services, { project: sent.project, by: sent.by, participants })
  return answer
}

function changeTable(
  services: Pick<Services, "db" | "ids" | "clock">,
  sent: TableRequest,
): Promise<TableAnswer> {
  return services.db.transaction(async (tx) => {
    await holdProject(tx, sent.project)
    const { request, made, asSent } = withIds(services, sent)
    const done = await madeBefore(tx, services, sent, made)
    if (done) return { before: [], ...done }
    const sample = await sampleOf(tx, request.project)
    const names = await namesIn(tx, request.project)
    const last = sample.variables.at(-1)?.order ?? 0
    const variables = request.variables.map((said, at) => ({ ...said, order: last + 1 + at }))
    for (const [at, said] of variables.entries())
      demandVariable(said, [...sample.variables, ...variables.slice(0, at)], names)
    const named = request.edits.flatMap(({ participant, column, text }): Problem[] =>
      column !== "events" && names(text) ? [{ participant, column, why: "a-name" }] : [],
    )
    const today = services.clock().toISOString().slice(0, 10)
    const outcome = changed(sample, { ...request, variables }, today)
    if (named.length > 0 || "problems" in outcome) {
      const problems = [...named, ...("problems" in outcome ? outcome.problems : [])]
      const shown = problems.slice(0, MOST_PROBLEMS).map(asSent)
      throw new Refusal("cells-refused", { problems: shown, count: problems.length })
    }
    await write(tx, services, request, sample, outcome.sample, variables)
    return { before: outcome.before, ...made }
  })
}

/** The ids of what is new are the server's: nothing that somebody chooses tells whether another project has it (B25). */
function withIds({ ids }: Pick<Services, "ids">, sent: TableRequest) {
  const made = new Map(sent.added.map((name) => [name, ids.newId()]))
  const columns = new Map(sent.variables.map(({ id }) => [columnOf({ id }), ids.newId()]))
  const variables = sent.variables.map((said) => ({ ...said, id: columns.get(columnOf(said))! }))
  const edits = sent.edits.map((edit) => ({
    ...edit,
    participant: made.get(edit.participant) ?? edit.participant,
    column: columns.has(edit.column) ? columnOf({ id: columns.get(edit.column)! }) : edit.column,
  }))
  const request = { ...sent, variables, added: [...made.values()], edits }
  const [people, names] = [reversed(made), reversed(columns)]
  /** A problem, as whoever sent it knows it. */
  const asSent = (problem: Problem): Problem => ({
    ...problem,
    participant: people.get(problem.participant) ?? problem.participant,
    column: names.get(problem.column.slice("var:".length)) ?? problem.column,
  })
  const said: Made = {
    made: Object.fromEntries(made),
    variables: Object.fromEntries(sent.variables.map(({ id }) => [id, columns.get(columnOf({ id }))!])),
  }
  return { request, made: said, asSent }
}

type Made = Pick<TableAnswer, "made" | "variables">

const reversed = <Key, Value>(map: ReadonlyMap<Key, Value>) =>
  new Map([...map].map(([key, value]) => [value, key]))

/** What was made by it where it was done under its key before; null where it is done now. */
async function madeBefore(
  tx: Db,
  { clock }: Pick<Services, "clock">,
  { by, key, project }: TableRequest,
  { made, variables }: Made,
): Promise<Made | null> {
  const columns = Object.entries(variables).map(([id, own]) => [columnOf({ id }), own])
  const row = {
    account: by,
    key,
    project,
    made: { ...made, ...Object.fromEntries(columns) },
    createdAt: clock(),
  }
  const noted = await tx.insert(participantChange).values(row).onConflictDoNothing().returning()
  if (noted.length > 0) return null
  const [before] = await tx
    .select()
    .from(participantChange)
    .where(and(eq(participantChange.account, by), eq(participantChange.key, key)))
  if (before?.project !== project) throw new Refusal("key-reused")
  const entries = Object.entries(before.made)
  const isColumn = ([name]: readonly [string, string]) => name.startsWith("var:")
  return {
    made: Object.fromEntries(entries.filter((entry) => !isColumn(entry))),
    variables: Object.fromEntries(
      entries.filter(isColumn).map(([column, own]) => [column.slice("var:".length), own]),
    ),
  }
}

async function write(
  tx: Db,
  services: Pick<Services, "ids" | "clock">,
  { project, by }: TableRequest,
  before: Sample,
  after: Sample,
  variables: readonly Variable[],
): Promise<void> {
  const at = services.clock()
  if (variables.length > 0)
    await insertAll(
      tx,
      participantVariable,
      variables.map((row) => ({ ...row, project, createdAt: at })),
    )
  const known = new Map(before.participants.map((one) => [one.id, one]))
  const fresh = after.participants.filter(({ id }) => !known.has(id))
  const other = after.participants.filter(
    (one) => known.has(one.id) && !isDeepStrictEqual(known.get(one.id), one),
  )
  await insertAll(
    tx,
    participant,
    fresh.map(({ seats: _, ...row }) => ({ ...row, project, createdAt: at })),
  )
  for (const { seats: _, id, ...row } of other)
    await tx.update(participant).set(row).where(eq(participant.id, id))
  const moved = other.filter((one) => !isDeepStrictEqual(known.get(one.id)!.seats, one.seats))
  if (moved.length > 0)
    await tx.delete(participation).where(
      inArray(
        participation.participant,
        moved.map(({ id }) => id),
      ),
    )
  await insertAll(
    tx,
    participation,
    [...fresh, ...moved].flatMap(({ id, seats }) =>
      seats.map((seat, place) => ({ ...seat, participant: id, place })),
    ),
  )
  const entry = { project, account: by }
  if (variables.length + fresh.length + other.length > 0)
    await note(tx, services, { ...entry, action: "participants-changed", subject: project })
  for (const { id } of after.participants.filter((one) => hasWithdrawn(known.get(one.id), one)))
    await note(tx, services, { ...entry, action: "participant-withdrew", subject: id })
}

const hasWithdrawn = (before: Participant | undefined, { withdrawal }: Participant) =>
  withdrawal !== "none" && before?.withdrawal !== withdrawal

/** Few enough at a time for what one statement may hold. */
async function insertAll<Table extends PgTable>(
  tx: Db,
  table: Table,
  rows: readonly PgInsertValue<Table>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx.insert(table).values(rows.slice(from, from + ROWS_AT_ONCE) as PgInsertValue<Table>[])
}

const ROWS_AT_ONCE = 500

/** Takes participants out of the table for good: when it resolves no file here holds anything of their rows. */
export async function removeParticipants(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId; readonly participants: readonly string[] },
): Promise<void> {
  const { project, by } = request
  await services.db.transaction(async (tx) => {
    await holdProject(tx, project)
    const among = and(eq(participant.project, project), inArray(participant.id, [...request.participants]))
    const gone = await tx.delete(participant).where(among).returning({ id: participant.id })
    if (gone.length === 0) throw new Refusal("not-found")
    for (const { id } of gone)
      await note(tx, services, { project, account: by, action: "participant-removed", subject: id })
    await beginErasure(tx, services, { project, source: null, what: "participants", by, files: [] })
  })
  await finishErasures(services)
}
