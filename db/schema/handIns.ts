/** What each coder said of a passage, when, and what they had seen before; what was revealed of it. */
import { sql } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { Span } from "../../core/model"
import type { Exposure, HandedCoding, Reveal, SuggestedCode } from "../../core/reading"
import { at, createdAt, id } from "./columns"
import { passage, source } from "./material"

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
