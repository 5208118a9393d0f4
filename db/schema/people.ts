/** Who there is: accounts, sessions, projects, memberships, invitations. */
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core"
import type { AgreementSetting } from "../../core/agreement/project/shown"
import type { Approach, ProjectRole } from "../../core/model"
import type { Abbreviation, ChosenKeys } from "../../core/writingAids"
import { at, createdAt, id } from "./columns"

/** A person with a password. The id is also their member id in every project and the name of their layers. */
export const account = pgTable("account", {
  id: id(),
  /** Lower case, trimmed. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** `scrypt$N$r$p$salt$hash`, base64. */
  password: text().notNull(),
  locale: text().$type<"fr" | "en">().notNull().default("fr"),
  /** The keys that this person uses for some acts instead of the usual ones; null: none. */
  keys: jsonb().$type<ChosenKeys>(),
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
    /** Tokens only: false when it was made for reading. */
    mayWrite: boolean().notNull().default(true),
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
  /** How long recordings are kept after they came, unless a source says otherwise; null: nothing is planned. */
  recordingMonths: integer(),
  /** Whether figures of agreement are reported; null: as its approach has it. */
  agreement: text().$type<AgreementSetting>(),
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
    /** What this person writes for longer words of this project; nobody else is shown it. Null: nothing. */
    abbreviations: jsonb().$type<readonly Abbreviation[]>(),
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
