import { eq } from "drizzle-orm"
import type { MemberId, ProjectId } from "../../core/model"
import type { Participant, Variable } from "../../core/participants/model"
import { carriedOver, tidied, wrongWith } from "../../core/participants/variables"
import type { Db } from "../../db/client"
import { participant, participantVariable } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, finishErasures } from "../erasure"
import { sampleOf } from "../queries/participants"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { holdProject, namesIn } from "./heldParticipants"

interface About {
  readonly project: ProjectId
  readonly by: MemberId
  readonly variable: string
  /** How many values whoever asks has been told will be lost. */
  readonly losing: number
}

/** Refuses what is no variable beside others, or holds a name of the key. */
export function demandVariable(
  said: Omit<Variable, "order">,
  others: readonly Variable[],
  names: (text: string) => boolean,
): void {
  const wrong = wrongWith(said, others)
  if (wrong) throw new Refusal(wrong, { name: said.name })
  if ([said.name, said.unit, ...said.choices].some(names)) throw new Refusal("a-name")
}

/** Says otherwise what a variable is; its values go along where they can, and are lost for who knows how many. */
export async function changeVariable(
  services: Pick<Services, "db" | "ids" | "clock">,
  request: About & { readonly changes: Partial<Omit<Variable, "id">> },
): Promise<void> {
  const { project, by, losing, changes } = request
  await services.db.transaction(async (tx) => {
    const { before, sample, others } = await hold(tx, request)
    const { order = before.order, ...said } = { ...before, ...changes }
    const after: Variable = { id: before.id, order, ...tidied(said) }
    demandVariable(after, others, await namesIn(tx, project))
    const { values, lost } = carriedOver(before, after, sample.participants)
    if (lost > losing) throw new Refusal("values-lost", { lost })
    const { id, ...row } = after
    await tx.update(participantVariable).set(row).where(eq(participantVariable.id, id))
    for (const one of sample.participants) {
      const value = values.get(one.id)
      if (value !== one.values[id]) await setValue(tx, one, id, value)
    }
    await note(tx, services, { project, account: by, action: "participants-changed", subject: project })
  })
}

/** Removes a variable with its values: when it resolves no file here holds them. */
export async function removeVariable(services: Services, request: About): Promise<void> {
  const { project, by, losing } = request
  await services.db.transaction(async (tx) => {
    const { before, sample } = await hold(tx, request)
    const having = sample.participants.filter(({ values }) => values[before.id] !== undefined)
    if (having.length > losing) throw new Refusal("values-lost", { lost: having.length })
    await tx.delete(participantVariable).where(eq(participantVariable.id, before.id))
    for (const one of having) await setValue(tx, one, before.id, undefined)
    await note(tx, services, { project, account: by, action: "variable-removed", subject: project })
    if (having.length > 0)
      await beginErasure(tx, services, { project, source: null, what: "participants", by, files: [] })
  })
  await finishErasures(services)
}

async function hold(tx: Db, { project, variable }: About) {
  await holdProject(tx, project)
  const sample = await sampleOf(tx, project)
  const before = sample.variables.find(({ id }) => id === variable)
  if (!before) throw new Refusal("not-found")
  return { before, sample, others: sample.variables.filter((other) => other !== before) }
}

async function setValue(
  tx: Db,
  { id, values }: Participant,
  variable: string,
  value: unknown,
): Promise<void> {
  const { [variable]: _, ...rest } = values
  const now = (value === undefined ? rest : { ...rest, [variable]: value }) as Participant["values"]
  await tx.update(participant).set({ values: now }).where(eq(participant.id, id))
}
