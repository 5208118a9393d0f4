import type { CodeId } from "../../../../../../core/model"
import type { FlagView, ReviewMeta } from "../../../../../../core/view"

/** Flags of one kind between the same codes: one thing to talk about. */
export interface Discussion {
  readonly key: string
  readonly codes: readonly CodeId[]
  /** In the order of the text. */
  readonly flags: readonly FlagView[]
}

const kinds = ["code", "boundary", "omission"] as const

/**
 * What the two have still to discuss, counted as on every other screen: not what waits for the supervisor or was put
 * aside; different cuttings only where the project counts them among it.
 */
export function openFlags(flags: readonly FlagView[], meta: ReviewMeta | null): FlagView[] {
  return flags.filter(
    ({ kind, standing }) =>
      (standing.is === "open" || standing.is === "proposed") &&
      (kind !== "boundary" || meta?.discussBoundaries === true),
  )
}

/** Grouped as one talks about them, different readings first, those that decide most flags before others. */
export function discussionsOf(flags: readonly FlagView[]): Discussion[] {
  const found = new Map<string, { codes: readonly CodeId[]; flags: FlagView[] }>()
  for (const flag of [...flags].sort((one, other) => one.text.from - other.text.from)) {
    const key = JSON.stringify([flag.kind, [...flag.codes].sort()])
    const discussion = found.get(key)
    if (discussion) discussion.flags.push(flag)
    else found.set(key, { codes: flag.codes, flags: [flag] })
  }
  return [...found]
    .map(([key, discussion]) => ({ key, ...discussion }))
    .sort(
      (one, other) =>
        kinds.indexOf(one.flags[0]!.kind) - kinds.indexOf(other.flags[0]!.kind) ||
        other.flags.length - one.flags.length,
    )
}
