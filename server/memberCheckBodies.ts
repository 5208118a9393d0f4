/** The shapes of what the API accepts about member checks. */
import { z } from "zod"
import { checkScopes, LONGEST_OUTCOME_NOTE, MOST_CHECK_DAYS, outcomes } from "../core/memberCheck"
import { storable } from "../core/text"
import { id } from "./bodies"

export const memberCheckBody = z.object({
  speaker: id,
  scope: z.enum(checkScopes).default("own"),
  days: z.number().int().min(1).max(MOST_CHECK_DAYS).optional(),
})

export const outcomeBody = z.object({
  outcome: z.enum(outcomes).nullable(),
  note: z.string().trim().max(LONGEST_OUTCOME_NOTE).transform(storable).default(""),
})
