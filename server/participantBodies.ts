/** The shapes of what the API accepts about participants, read once at the door. */
import { z } from "zod"
import { isId } from "../core/model"
import type { Column } from "../core/participants/cells"
import {
  LONGEST_CELL,
  MOST_CHOICES,
  MOST_PARTICIPANTS,
  MOST_VARIABLES,
  variableKinds,
} from "../core/participants/model"
import { tidied } from "../core/participants/variables"
import { id } from "./bodies"

const chosenId = z.string().refine(isId, "1–100 letters, digits, - or _, and no name of every object")
/** One that is too long for a cell is refused as a cell, with its place. */
const cell = z.string().max(10 * LONGEST_CELL)

const variableFields = {
  name: z.string().max(200),
  kind: z.enum(variableKinds),
  unit: z.string().max(100),
  choices: z.array(z.string().max(200)).max(2 * MOST_CHOICES),
}
const newVariable = z
  .object({
    ...variableFields,
    id: chosenId,
    unit: variableFields.unit.default(""),
    choices: variableFields.choices.default([]),
  })
  .transform(({ id, ...said }) => ({ id, ...tidied(said) }))

/** What is new is known here by names of the sender's; the answer says the ids. */
export const participantsBody = z.object({
  idempotencyKey: chosenId,
  variables: z.array(newVariable).max(MOST_VARIABLES).default([]),
  added: z.array(chosenId).max(MOST_PARTICIPANTS).default([]),
  edits: z
    .array(
      z.object({
        participant: id,
        column: id.transform((column) => column as Column),
        text: cell,
        was: cell.optional(),
      }),
    )
    .max(30_000)
    .default([]),
})

/** How many values whoever asks has been told will be lost. */
const losing = z.number().int().min(0).default(0)
export const variableChangeBody = z
  .strictObject({ ...variableFields, order: z.number().min(-1e9).max(1e9) })
  .partial()
  .extend({ losing })
export const variableRemovalBody = z.object({ losing })
export const participantsRemovalBody = z.object({ participants: z.array(id).min(1).max(MOST_PARTICIPANTS) })
