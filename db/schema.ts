/**
 * The tables. Two kinds of row: words people write live (`doc_update`, the log of the Y.Docs) and consequences
 * (everything else), written by commands only. Times come from the server; ids are random (B17).
 *
 * Columns are named by drizzle: open the database with `casing: "snake_case"`.
 */
export * from "./schema/blindness"
export * from "./schema/codebook"
export * from "./schema/corrections"
export * from "./schema/deliberation"
export * from "./schema/documents"
export * from "./schema/erasure"
export * from "./schema/guide"
export * from "./schema/handIns"
export * from "./schema/material"
export * from "./schema/memberChecks"
export * from "./schema/memos"
export * from "./schema/participants"
export * from "./schema/people"
export * from "./schema/pseudonyms"
export * from "./schema/uploads"
export * from "./schema/versions"
