import { asc, eq, inArray } from "drizzle-orm"
import type { ProjectId } from "../../core/model"
import type { Participant, Sample, Seat, Variable } from "../../core/participants/model"
import type { Db } from "../../db/client"
import { participant, participantVariable, participation, source } from "../../db/schema"

/** The table of a project's participants, in its order. */
export async function sampleOf(db: Db, project: ProjectId): Promise<Sample> {
  const [participants, variables, events] = [
    await participantsOf(db, project),
    await variablesOf(db, project),
    await db
      .select({ id: source.id, title: source.title })
      .from(source)
      .where(eq(source.project, project))
      .orderBy(asc(source.position), asc(source.createdAt), asc(source.id)),
  ]
  return { participants, variables, events }
}

export async function variablesOf(db: Db, project: ProjectId): Promise<Variable[]> {
  const rows = await db
    .select()
    .from(participantVariable)
    .where(eq(participantVariable.project, project))
    .orderBy(asc(participantVariable.order), asc(participantVariable.id))
  return rows.map(({ project: _, createdAt: __, ...variable }) => variable)
}

async function participantsOf(db: Db, project: ProjectId): Promise<Participant[]> {
  const rows = await db
    .select()
    .from(participant)
    .where(eq(participant.project, project))
    .orderBy(asc(participant.order), asc(participant.id))
  const seated = await db
    .select({ of: participation.participant, seat: participation })
    .from(participation)
    .innerJoin(participant, eq(participant.id, participation.participant))
    .where(eq(participant.project, project))
    .orderBy(asc(participation.place), asc(participation.source))
  const seats = new Map<string, Seat[]>()
  for (const { of, seat } of seated) {
    const { source, letter, attendance, third } = seat
    seats.set(of, [...(seats.get(of) ?? []), { source, letter, attendance, third }])
  }
  return rows.map(({ project: _, createdAt: __, ...row }) => ({ ...row, seats: seats.get(row.id) ?? [] }))
}

/** What participants are called, for whoever reads of them elsewhere. */
export async function lettersOf(db: Db, ids: readonly string[]) {
  return db
    .select({ id: participant.id, name: participant.letter })
    .from(participant)
    .where(inArray(participant.id, [...ids]))
}
