import type { CodeId } from "./model"
import { byText, groupBy } from "./overlap"
import type { DisagreementKind } from "./reading"
import type { Disagreement } from "./resolution"

/** One thing to talk about: all flags of one kind between the same codes, in the order given. */
export interface Discussion<Flag extends Topical = Disagreement> {
  readonly kind: DisagreementKind
  /** One or two, in the order of their ids; whose code is whose makes no difference. */
  readonly codes: readonly CodeId[]
  readonly flags: readonly Flag[]
}

/** What decides what a flag is about. */
type Topical = Pick<Disagreement, "kind" | "codes">

const kindsInOrder: readonly DisagreementKind[] = ["code", "boundary", "omission"]

/**
 * The dozen discussions that a hundred flags really are (R13): different readings first, then cuttings, then what one
 * alone coded; within a kind those that decide most flags first. Hand the flags over in the order of the text.
 */
export function agenda<Flag extends Topical>(disagreements: readonly Flag[]): Discussion<Flag>[] {
  const discussions = groupBy(disagreements, ({ kind, codes }) =>
    JSON.stringify([kind, [...codes].sort(byText)]),
  )
  return [...discussions.values()]
    .map((flags) => ({ kind: flags[0]!.kind, codes: [...flags[0]!.codes].sort(byText), flags }))
    .sort(
      (a, b) =>
        kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind) || b.flags.length - a.flags.length,
    )
}
