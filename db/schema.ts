/**
 * The tables. Two kinds of row: words people write live (`doc_update`, the log of the Y.Docs) and consequences
 * (everything else), written by commands only. Times come from the server; ids are random (B17).
 *
 * Columns are named by drizzle: open the database with `casing: "snake_case"`.
 */
import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { SavedPassageAnchor } from "../core/anchor"
import type { Approach, Blindness, ProjectRole, Side, SourceKind, Span } from "../core/model"
import type { Exposure, HandedCoding, Reveal, SuggestedCode, Verdict } from "../core/reading"

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" })
const id = () => text().primaryKey()
const at = () => timestamp({ withTimezone: true, mode: "date" })
const createdAt = () => at().notNull().default(sql`now()`)

// ------------------------------------------------------------------ people

/** A person with a password. The id is also their member id in every project and the name of their layers. */
export const account = pgTable("account", {
  id: id(),
  /** Lower case, trimmed. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** `scrypt$N$r$p$salt$hash`, base64. */
  password: text().notNull(),
  locale: text().$type<"fr" | "en">().notNull().default("fr"),
  createdAt: createdAt(),
})

/** One row behind every cookie and token; revoking it ends pages, API and sockets at once. */
export const session = pgTable(
  "session",
  {
    id: id(),
    account: text()
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    kind: text().$type<"cookie" | "token">().notNull(),
    /** Tokens: sha-256 of the secret, and the name its owner gave it. Cookies carry the session's id, signed. */
    secretHash: text().unique(),
    label: text(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    revokedAt: at(),
  },
  (table) => [index().on(table.account)],
)

export const project = pgTable("project", {
  id: id(),
  name: text().notNull(),
  question: text().notNull().default(""),
  approach: text().$type<Approach>().notNull(),
  /** Intersection over union in words from which two codings of one code agree. */
  tolerance: doublePrecision().notNull().default(0.5),
  /** Whether different cuttings count among the things to discuss. */
  discussBoundaries: boolean().notNull().default(false),
  /** Grows with every change of the codebook. */
  codebookRevision: integer().notNull().default(0),
  createdBy: text().notNull(),
  createdAt: createdAt(),
})

export const membership = pgTable(
  "membership",
  {
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    account: text()
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    role: text().$type<ProjectRole>().notNull(),
    joinedAt: createdAt(),
    leftAt: at(),
  },
  (table) => [primaryKey({ columns: [table.project, table.account] }), index().on(table.account)],
)

export const invitation = pgTable("invitation", {
  id: id(),
  /** Null for the one-time link that creates the first account of an empty installation. */
  project: text().references(() => project.id, { onDelete: "cascade" }),
  role: text().$type<ProjectRole>().notNull(),
  secretHash: text().notNull().unique(),
  email: text(),
  createdBy: text(),
  createdAt: createdAt(),
  expiresAt: at().notNull(),
  usedAt: at(),
  usedBy: text(),
  revokedAt: at(),
})

// ------------------------------------------------------------------ material

export const source = pgTable(
  "source",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    title: text().notNull(),
    kind: text().$type<SourceKind>().notNull(),
    blindness: text().$type<Blindness>().notNull(),
    /** False once the blindness was weakened: reveals from then on are not independent. */
    independent: boolean().notNull().default(true),
    /** Context of utterance: who, where, how. */
    context: jsonb().$type<{ who: string; where: string; how: string }>().notNull(),
    transcriptVersion: integer().notNull().default(1),
    /** Set at the first hand-in; passage borders are frozen from then on. */
    codingOpenedAt: at(),
    position: integer().notNull().default(0),
    createdBy: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project)],
)

export const recording = pgTable("recording", {
  source: text()
    .primaryKey()
    .references(() => source.id, { onDelete: "cascade" }),
  /** Name in the recordings store; never a name the user gave. */
  key: text().notNull(),
  mime: text().notNull(),
  bytes: bigint({ mode: "number" }).notNull(),
  originalName: text().notNull(),
  durationMs: integer(),
  createdAt: createdAt(),
})

export const assignment = pgTable(
  "assignment",
  {
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    account: text()
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    side: text().$type<Side>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.account] }),
    uniqueIndex().on(table.source, table.side),
  ],
)

export const passage = pgTable(
  "passage",
  {
    id: id(),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    index: integer().notNull(),
    /** Offsets in the transcript's text of `version`. */
    from: integer().notNull(),
    to: integer().notNull(),
    anchor: jsonb().$type<SavedPassageAnchor>().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [uniqueIndex().on(table.source, table.index)],
)

// ------------------------------------------------------------------ handing in and reveal

export const handIn = pgTable(
  "hand_in",
  {
    id: id(),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    passage: text()
      .notNull()
      .references(() => passage.id, { onDelete: "cascade" }),
    account: text().notNull(),
    /** Counts the coder's hand-ins and take-backs of this passage, from 1. */
    revision: integer().notNull(),
    idempotencyKey: text().notNull(),
    transcriptVersion: integer().notNull(),
    codings: jsonb().$type<HandedCoding[]>().notNull(),
    suggested: jsonb().$type<SuggestedCode[]>().notNull(),
    seen: jsonb().$type<Exposure>().notNull(),
    createdAt: createdAt(),
    withdrawnAt: at(),
  },
  (table) => [
    index().on(table.source),
    uniqueIndex().on(table.account, table.idempotencyKey),
    uniqueIndex("hand_in_standing").on(table.passage, table.account).where(sql`${table.withdrawnAt} is null`),
  ],
)

/** Immutable (a trigger refuses update and delete but from erasure). Figures read it. */
export const reveal = pgTable(
  "reveal",
  {
    passage: text()
      .notNull()
      .references(() => passage.id, { onDelete: "cascade" }),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    round: integer().notNull(),
    row: jsonb().$type<Reveal>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.passage, table.round] }), index().on(table.source)],
)

/** One row a disagreement or agreement of a reveal, so that what is said about it has something to hang on. */
export const disagreement = pgTable(
  "disagreement",
  {
    id: id(),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    passage: text()
      .notNull()
      .references(() => passage.id, { onDelete: "cascade" }),
    kind: text().$type<"agreed" | "code" | "boundary" | "omission">().notNull(),
    /** Grows with every word said about it; commands that answer name the revision they answer. */
    revision: integer().notNull().default(0),
  },
  (table) => [index().on(table.source)],
)

const about = () =>
  text()
    .notNull()
    .references(() => disagreement.id, { onDelete: "cascade" })

export const proposal = pgTable(
  "proposal",
  {
    id: id(),
    disagreement: about(),
    revision: integer().notNull(),
    by: text().notNull(),
    verdict: jsonb().$type<Verdict>().notNull(),
    reason: text().notNull().default(""),
    oral: boolean().notNull().default(false),
    createdAt: createdAt(),
    withdrawnAt: at(),
  },
  (table) => [index().on(table.disagreement)],
)

export const referral = pgTable(
  "referral",
  {
    id: id(),
    disagreement: about(),
    by: text().notNull(),
    reason: text().notNull().default(""),
    createdAt: createdAt(),
    withdrawnAt: at(),
  },
  (table) => [index().on(table.disagreement)],
)

export const listening = pgTable(
  "listening",
  {
    id: id(),
    disagreement: about(),
    by: text().notNull(),
    together: boolean().notNull(),
    startMs: integer().notNull(),
    endMs: integer().notNull(),
    heardMs: integer().notNull(),
    /** Why it was not listened to, where it was decided without. */
    skipped: text(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.disagreement)],
)

export const resolution = pgTable(
  "resolution",
  {
    id: id(),
    disagreement: about(),
    how: text().$type<"consensus" | "adjudication">().notNull(),
    verdict: jsonb().$type<Verdict>().notNull(),
    reason: text().notNull().default(""),
    by: jsonb().$type<string[]>().notNull(),
    proposal: text(),
    /** An opinion given in a meeting is noted by someone else. */
    notedBy: text(),
    merge: text(),
    createdAt: createdAt(),
    undoneAt: at(),
    undoneBy: text(),
  },
  (table) => [index().on(table.disagreement)],
)

/** Who opened or talked about what before handing in, and when: exposures. */
export const exposure = pgTable(
  "exposure",
  {
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    passage: text().notNull(),
    account: text().notNull(),
    what: text().$type<"opened" | "discussed">().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.passage, table.account, table.what] }), index().on(table.source)],
)

/** Each coder's answer, at the first reveal, to whether they had talked about this coding before. */
export const declaration = pgTable(
  "declaration",
  {
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    account: text().notNull(),
    talkedBefore: boolean().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.source, table.account] })],
)

/** Codings made on revealed text: round 2 and later; appear in the tree, never in independent agreement. */
export const laterReading = pgTable(
  "later_reading",
  {
    id: id(),
    source: text()
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    passage: text()
      .notNull()
      .references(() => passage.id, { onDelete: "cascade" }),
    round: integer().notNull(),
    by: text().notNull(),
    code: text().notNull(),
    words: jsonb().$type<Span>().notNull(),
    text: jsonb().$type<Span>().notNull(),
    quote: text().notNull(),
    memo: text(),
    createdAt: createdAt(),
    assentBy: text(),
    assentAt: at(),
    removedAt: at(),
  },
  (table) => [index().on(table.source)],
)

// ------------------------------------------------------------------ codebook

export const code = pgTable(
  "code",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    name: text().notNull(),
    parent: text(),
    codable: boolean().notNull().default(true),
    definition: text().notNull().default(""),
    useWhen: text().notNull().default(""),
    doNotUseWhen: text().notNull().default(""),
    example: text().notNull().default(""),
    colour: text(),
    order: doublePrecision().notNull().default(0),
    originMember: text(),
    originSource: text(),
    removed: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project)],
)

/** One change of one field of one code, with what was before: history and undo. */
export const codeChange = pgTable(
  "code_change",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    revision: integer().notNull(),
    code: text().notNull(),
    field: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    by: text().notNull(),
    /** The change that this one takes back. */
    undoes: text(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project, table.revision)],
)

export const merge = pgTable(
  "merge",
  {
    id: id(),
    project: text()
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    how: text().$type<"merging" | "relating">().notNull(),
    from: text().notNull(),
    into: text().notNull(),
    by: text().notNull(),
    createdAt: createdAt(),
    undoneAt: at(),
    undoneBy: text(),
  },
  (table) => [index().on(table.project)],
)

// ------------------------------------------------------------------ live documents, audit

export const docRoom = pgTable("doc_room", {
  room: text().primaryKey(),
  head: bigint({ mode: "number" }).notNull().default(0),
})

export const docUpdate = pgTable(
  "doc_update",
  {
    room: text().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    data: bytea().notNull(),
    member: text(),
    session: text(),
    at: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.room, table.seq] })],
)

export const audit = pgTable(
  "audit",
  {
    id: id(),
    project: text(),
    account: text(),
    action: text().notNull(),
    subject: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project)],
)
