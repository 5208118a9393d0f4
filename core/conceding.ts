import type { Side } from "./model"
import type { Verdict } from "./reading"
import type { Disagreement } from "./resolution"

/**
 * Whether a verdict is one that the other coder has given already by coding or by not coding (R10): to keep what
 * only the other coded, or to drop what only oneself did. It needs no answer, so omissions can be settled in batches.
 */
export function concedes(flag: Pick<Disagreement, "kind">, coded: Side, by: Side, verdict: Verdict): boolean {
  if (flag.kind !== "omission" || verdict.kind !== "reading") return false
  return by === coded ? verdict.of !== coded : verdict.of === coded
}
