/** The shapes of what the supervisor's queue accepts, read once at the door. */
import { z } from "zod"
import { id, listeningBody, reason, rulingBody, verdict } from "./bodies"

const words = z.object({ from: z.number().int().min(0), to: z.number().int().min(1) })

/** A reading named by what it says, because with names hidden nobody knows whose it is. */
const thisReading = z.object({ kind: z.literal("this-reading"), code: id, words })

export const queueRulingBody = z.object({
  item: id,
  verdict: z.union([thisReading, verdict]),
  reason,
  whyNotListened: rulingBody.shape.whyNotListened,
  idempotencyKey: rulingBody.shape.idempotencyKey,
})

export const queueListeningBody = listeningBody.extend({ item: id })
export const queueItemBody = z.object({ item: id })
