/** The shapes of what the API accepts about people, projects and sources, read once at the door. */
import { z } from "zod"
import { agreementSettings } from "../core/agreement/project/shown"
import { auditKinds } from "../core/audit"
import { ERASED } from "../core/erasing"
import { approaches, blindnessPolicies, projectRoles, sourceKinds } from "../core/model"
import { isShort, LONGEST_LONG, LONGEST_SHORT, MOST_ABBREVIATIONS, MOST_KEYS } from "../core/writingAids"
import { asked, duration, id, moment } from "./bodies"
import { MOST_PASSWORD } from "./signIn"

const email = z.email().max(320)
const name = z.string().trim().min(1).max(200)
const longText = z.string().trim().max(5_000)
const locale = z.enum(["fr", "en"])

export const newAccountBody = z.object({
  name,
  email,
  password: z.string().min(8).max(MOST_PASSWORD),
  locale: locale.default("fr"),
})
/** Empty, read as null, where one follows an invitation as the account one is signed in to. */
export const acceptanceOfInvitationBody = z.union([newAccountBody, z.strictObject({}).transform(() => null)])

export const invitationBody = z.object({
  email: email.nullish().or(z.literal("").transform(() => null)),
  role: z.enum(projectRoles),
})
export const roleBody = z.object({ role: z.enum(projectRoles) })

export const tokenBody = z.object({
  label: z.string().trim().min(1).max(100),
  days: z.number().int().min(1).max(366).default(90),
  mayWrite: z.boolean().default(true),
})

export const newProjectBody = z.object({
  name,
  question: longText.default(""),
  approach: z.enum(approaches).default("thematic"),
})
export const projectChangeBody = z.object({
  name: name.optional(),
  question: longText.optional(),
  approach: z.enum(approaches).optional(),
  tolerance: z.number().min(0.01).max(1).optional(),
  discussBoundaries: z.boolean().optional(),
  recordingMonths: z.number().int().min(1).max(600).nullable().optional(),
  agreement: z.enum(agreementSettings).nullable().optional(),
})

const context = z.object({
  who: longText.default(""),
  where: longText.default(""),
  how: longText.default(""),
})

const labelDecision = z.object({
  label: z.string().max(500),
  speaks: z.boolean(),
  as: z.string().max(500).default(""),
  interviewer: z.boolean().default(false),
})

/** What accompanies the files of a new source. `labels` null: as they were guessed. */
export const newSourceFields = z.object({
  title: name,
  kind: z.enum(sourceKinds).default("interview"),
  blindness: z.enum(blindnessPolicies).default("passage"),
  coders: z.array(z.string().trim().min(1).max(320)).max(10).default([]),
  context: context.default({ who: "", where: "", how: "" }),
  labels: z.array(labelDecision).max(1_000).nullable().default(null),
  durationMs: z.coerce.number().pipe(duration).nullable().default(null),
  upload: id.nullable().default(null),
  /** `event`: with no words and no recording yet. */
  begins: z.enum(["material", "event"]).default("material"),
})

/** A recording that will come in pieces: what tells its file from others. */
export const uploadBody = z.object({
  name: z.string().min(1).max(1_000),
  bytes: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  modifiedAt: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
})

export const sourceChangeBody = z.object({
  title: name.optional(),
  kind: z.enum(sourceKinds).optional(),
  context: context.optional(),
  blindness: z.enum(blindnessPolicies).optional(),
  durationMs: duration.optional(),
})
export const weakeningBody = z.object({ to: z.enum(blindnessPolicies) })
/** Names what was asked as it was shown, so that nobody answers what was asked since. */
export const weakeningNamedBody = z.object({ weakening: id })
export const passagesBody = z.object({ starts: z.array(z.number().int().min(0)).min(1).max(10_000) })
export const assignmentsBody = z.object({ coders: z.array(z.string().min(1).max(320)).max(10) })
export const deletionBody = z.object({ title: z.string().max(500) })
export const projectDeletionBody = z.object({ name: z.string().max(500) })

const fewWords = z.string().trim().min(1).max(500)
export const pseudonymBody = z.object({ name: fewWords, stands: fewWords.nullable().default(null) })

export const accountChangeBody = z.object({
  name: name.optional(),
  locale: locale.optional(),
  password: z
    .object({ current: z.string().max(MOST_PASSWORD), next: z.string().min(8).max(MOST_PASSWORD) })
    .optional(),
})

const auditFilter = z.object({
  by: id.optional(),
  kind: z.enum(auditKinds).optional(),
  after: asked.max(400).optional(),
})

/** Which part of the audit trail is asked for; what makes no sense asks for all. */
export function readFilter(asked: URLSearchParams): z.infer<typeof auditFilter> {
  const given = [...asked].filter(([name, value]) => name in auditFilter.shape && value !== "")
  return auditFilter.safeParse(Object.fromEntries(given)).data ?? {}
}

const short = asked.max(LONGEST_SHORT).refine(isShort, "letters, digits and signs without a space")
const long = asked
  .min(1)
  .max(LONGEST_LONG)
  .regex(/^[^\n\r]*$/u)
const key = z.string().max(60)

/** One that is no more may be called whatever erasing has made of its name. */
const abbreviationChange = z.union([
  z.strictObject({ short, long }),
  z.strictObject({ short: asked.max(500), long: z.null() }),
])

/** What is left out stays: the keys, and each abbreviation. */
export const writingAidsBody = z.strictObject({
  keys: z
    .record(z.string().max(60), key)
    .refine((keys) => Object.keys(keys).length <= MOST_KEYS)
    .optional(),
  abbreviations: z.array(abbreviationChange).max(MOST_ABBREVIATIONS).optional(),
})

/** What to erase of a source; `words` null: only the places named in the transcript. */
export const erasureBody = z.object({
  spans: z
    .array(z.object({ from: z.number().int().min(0), to: z.number().int().min(1), words: z.string().min(1) }))
    .max(5_000)
    .default([]),
  words: z.string().trim().min(1).max(200).nullable().default(null),
  places: z.array(z.string().max(300)).max(5_000).default([]),
  mark: z.string().min(1).max(20).default(ERASED),
})

export const retentionBody = z.object({ destroyOn: z.iso.date().nullable() })

export const silencesBody = z.object({
  clips: z
    .array(z.object({ startMs: moment, endMs: moment }).refine(({ startMs, endMs }) => endMs > startMs))
    .min(1)
    .max(2_000),
})
