/** What is coded: sources, recordings, passages, and who codes them. */
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { SavedPassageAnchor } from "../../core/anchor"
import type { Blindness, MachineWords, Side, SourceKind } from "../../core/model"
import { at, createdAt, id } from "./columns"
import { account, project } from "./people"

export interface Transcribing {
  readonly from: number
  readonly closedBy: string | null
}

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
    /** Set at the first hand-in, until all are taken back; passage borders are frozen meanwhile. */
    codingOpenedAt: at(),
    /** From when on those who only observe read its live notes, and write no more in them; null: they write. */
    notesClosedAt: at(),
    /**
     * While its transcript is being corrected: how far its log went when that began, and who has said that it is ready.
     * Null: its words are fixed.
     */
    transcribing: jsonb().$type<Transcribing>(),
    machine: jsonb().$type<MachineWords>(),
    position: integer().notNull().default(0),
    createdBy: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.project)],
)

/** When words of an imported transcript are said (C43): ids of characters and times, and no words. */
export const wordTimes = pgTable("word_times", {
  source: text()
    .primaryKey()
    .references(() => source.id, { onDelete: "cascade" }),
  client: bigint({ mode: "number" }).notNull(),
  times: jsonb().$type<readonly number[]>().notNull(),
})

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
