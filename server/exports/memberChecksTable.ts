import type { CheckCounts, CheckScope, CheckState } from "../../core/memberCheck"
import { table } from "./table"

/** A link as it is reported: to whom, how it stands, what came of it; nothing of what was written. */
export interface CheckLine {
  readonly source: string
  readonly title: string
  readonly label: string
  readonly scope: CheckScope
  readonly state: CheckState
  readonly createdAt: Date
  readonly firstOpenedAt: Date | null
  readonly returnedAt: Date | null
  readonly comments: number
  readonly handled: number
}

const columns = [
  "source",
  "participant",
  "shown",
  "state",
  "made",
  "firstOpened",
  "returned",
  "comments",
  "handled",
] as const

/** Member checks of a project as a table, a line a link, and a last one of what it comes to in participants. */
export function memberChecksTable(lines: readonly CheckLine[], all: CheckCounts): string {
  const rows = lines.map(({ title, label, scope, state, comments, handled, ...times }) => [
    title,
    label,
    scope,
    state,
    day(times.createdAt),
    day(times.firstOpenedAt),
    day(times.returnedAt),
    String(comments),
    String(handled),
  ])
  const { sent, opened, returned, comments, handled } = all
  const sum = [
    "",
    String(sent),
    "",
    "",
    "",
    String(opened),
    String(returned),
    String(comments),
    String(handled),
  ]
  return table([columns, ...rows, sum])
}

const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? ""
