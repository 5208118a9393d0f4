import type { Approach } from "../../../../core/model"
import type { Asking } from "./TreeScreen"
import type { TreeActs } from "./useTreeActs"
import type { TreeData } from "./useTreeData"

/** What every part of the screen is given. */
export interface Shared {
  readonly project: string
  readonly data: TreeData
  readonly approach: Approach
  readonly acts: TreeActs
  /** Opens a dialog, or closes it. */
  readonly ask: (asking: Asking | null) => void
}
