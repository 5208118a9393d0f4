import type { ShownAgreement } from "../../core/agreement/project/answer"
import type { AskedAgreement } from "../../core/agreement/project/asked"
import type { Narrowed } from "../_discussion/narrowed"
import type { Names } from "./names"
import type { View } from "./view"

/** An agreement as somebody reads it: what was answered, how it is looked at, and how either is changed. */
export interface Read {
  readonly project: string
  readonly answer: ShownAgreement
  readonly names: Names
  /** What is asked by now; the answer says what it was asked. */
  readonly asked: AskedAgreement
  readonly view: View
  readonly change: (view: Partial<View>) => void
  readonly ask: (asked: Partial<AskedAgreement>) => void
  /** Where disagreements of a source are talked over, narrowed to some; null for who may not. */
  readonly reviewOf: (source: string, narrowed: Partial<Narrowed>) => string | null
  readonly isCodedByReader: (source: string) => boolean
  /** Takes a file from this address, once it is said which names would leave with it. */
  readonly take: (address: string) => void
}
