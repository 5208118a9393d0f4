/** The shapes of what the API accepts, read once at the door. */
import { z } from "zod"
import type { Anchor } from "../core/anchor"
import { LONGEST_TITLE, memoKinds, sharings } from "../core/memos"
import { isId, LONGEST_MS } from "../core/model"
import type { Verdict } from "../core/reading"
import { storable } from "../core/text"

/** Text of an address, where nothing has been mended: no database would look for what it cannot hold. */
export const asked = z.string().refine((value) => value === storable(value), "what cannot be kept")
/** Names something that exists, or does not. */
export const id = asked.min(1).max(100)
/** What a client calls something it makes. */
const chosenId = z.string().refine(isId, "1–100 letters, digits, - or _, and no name of every object")
const words = z.object({ from: z.number().int().min(0), to: z.number().int().min(1) })
export const text = z.string().max(10_000)
export const reason = text.default("")
/** How long a recording is, in milliseconds. */
export const duration = z.number().int().min(0).max(LONGEST_MS)
/** A place in one, in milliseconds; a clip may end after the last word (R14). */
export const moment = z
  .number()
  .int()
  .min(0)
  .max(LONGEST_MS + 10_000)

export const anchor = z.object({
  start: z.unknown(),
  end: z.unknown(),
  quote: z.string(),
  prefix: z.string().default(""),
  suffix: z.string().default(""),
}) satisfies z.ZodType<Anchor>

export const verdict: z.ZodType<Verdict> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("reading"), of: z.enum(["a", "b"]) }),
  z.object({ kind: z.literal("both") }),
  z.object({ kind: z.literal("neither") }),
  z.object({ kind: z.literal("same-idea"), by: z.enum(["merging", "relating"]), from: id, into: id }),
  z.object({ kind: z.literal("other"), codes: z.array(id).min(1).max(20), words }),
  z.object({ kind: z.literal("parked"), until: z.string().max(500) }),
])

/** A coding as it stands in a layer, or as a coder's screen showed it. */
const layerCoding = z.object({
  id: chosenId,
  code: id,
  anchor,
  createdAt: z.string().default(""),
  memo: z.string().max(20_000).nullish(),
  shareMemo: z.boolean().default(false),
})

const suggestedCode = z.object({
  id: chosenId,
  name: z.string().trim().min(1).max(200),
  definition: z.string().max(5_000).nullish(),
  parent: id.nullish(),
})

export const handInBody = z.object({
  passage: id,
  codings: z.array(layerCoding).max(20_000).optional(),
  suggestedCodes: z.array(suggestedCode).max(5_000).optional(),
  idempotencyKey: z.string().min(1).max(200),
  expectedRevision: z.number().int().min(0).optional(),
})

const fewWords = z.string().min(1).max(2_000)
export const correctionBody = z.object({
  anchor: z.object({ start: z.unknown(), end: z.unknown() }),
  before: fewWords,
  after: fewWords,
  idempotencyKey: chosenId,
})

/** Kept under a name, or unnamed before another version is brought back. */
export const versionBody = z
  .object({
    name: z.string().trim().min(1).max(100).nullish(),
    before: id.nullish(),
    idempotencyKey: chosenId,
  })
  .refine(({ name, before }) => (name == null) !== (before == null), "a name, or what is brought back")

export const takeBackBody = z.object({ passage: id, expectedRevision: z.number().int().min(0).optional() })

const whyNotListened = z.string().max(1_000).nullish()
/** One's own name for a command: sent again under it, it is answered the same and done once. */
const idempotencyKey = chosenId.optional()

export const proposalBody = z.object({
  verdict,
  reason,
  oral: z.boolean().default(false),
  whyNotListened,
  idempotencyKey,
})
export const acceptanceBody = z.object({
  proposal: id,
  revision: z.number().int().min(0),
  whyNotListened,
  idempotencyKey,
})
export const referralBody = z.object({ reason, whyNotListened, idempotencyKey })
export const rulingBody = z.object({ verdict, reason, whyNotListened, idempotencyKey })
/** An opinion the supervisor gave in a meeting, noted by a coder. */
export const notedRulingBody = z.object({ verdict, reason, opinionOf: id, idempotencyKey })
export const listeningBody = z.object({
  together: z.boolean().default(false),
  startMs: moment,
  endMs: moment,
  heardMs: moment,
  idempotencyKey,
})
export const batchBody = z.object({
  disagreements: z.array(z.string().min(1)).min(1).max(500),
  keep: z.boolean(),
  reason,
  idempotencyKey,
})
export const laterReadingBody = z.object({ id: chosenId.nullish(), code: id, anchor, memo: text.nullish() })
export const exposureBody = z.object({ passage: id, what: z.enum(["opened", "discussed"]) })
export const declarationBody = z.object({ talkedBefore: z.boolean() })

export const newCodeBody = z.object({
  id: chosenId.optional(),
  name: z.string().trim().min(1).max(200),
  parent: id.nullable().default(null),
  codable: z.boolean().default(true),
  definition: z.string().max(5_000).default(""),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .nullable()
    .default(null),
})

/** One field a change. */
export const codeChangeBody = z.union([
  z.object({ name: z.string().trim().min(1).max(200) }).strict(),
  z.object({ definition: z.string().max(5_000) }).strict(),
  z.object({ useWhen: z.string().max(5_000) }).strict(),
  z.object({ doNotUseWhen: z.string().max(5_000) }).strict(),
  z.object({ example: z.string().max(5_000) }).strict(),
  z
    .object({
      colour: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/)
        .nullable(),
    })
    .strict(),
  z.object({ removed: z.boolean() }).strict(),
])
export const moveBody = z.object({ parent: id.nullable(), order: z.number().min(-1e9).max(1e9).nullish() })
export const mergeBody = z.object({ into: id, how: z.enum(["merging", "relating"]).default("merging") })

const about = z.union([z.strictObject({ source: id }), z.strictObject({ code: id })]).nullable()
const memoFields = {
  kind: z.enum(memoKinds),
  title: z.string().trim().max(LONGEST_TITLE),
  about,
  sharing: z.enum(sharings),
}
export const newMemoBody = z.object({
  kind: memoFields.kind.default("theoretical"),
  title: memoFields.title.default(""),
  about: about.default(null),
  sharing: memoFields.sharing.default("private"),
  idempotencyKey: chosenId,
})
/** What is left out stays. */
export const memoChangeBody = z.strictObject(memoFields).partial()
