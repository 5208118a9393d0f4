/** What is said about a disagreement until it is settled. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { Verdict } from "../../core/reading"
import { at, createdAt, id } from "./columns"
import { passage, source } from "./material"
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

/** What was answered to commands that came under a key, so that one sent again counts once. */
export const answered = pgTable(
  "answered",
  {
    account: text().notNull(),
    key: text().notNull(),
    disagreement: about(),
    /** Tells a command from others without saying what it said. */
    digest: text().notNull(),
    answer: jsonb().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.account, table.key] }), index().on(table.disagreement)],
)
