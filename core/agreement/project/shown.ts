import type { Approach } from "../../model"

export const agreementSettings = ["shown", "hidden"] as const
export type AgreementSetting = (typeof agreementSettings)[number]

/** Whether a project reports agreement, and who says so. */
export interface Shown {
  readonly shown: boolean
  readonly by: "approach" | "choice"
}

/** Where an interpretation is one's own and not to be the same as another's, a coefficient measures the wrong thing. */
const unwelcomeIn: readonly Approach[] = ["phenomenological", "reflexive-thematic"]

/** What was chosen for the project; else what its approach has it (A14). */
export function shownIn(approach: Approach, chosen: AgreementSetting | null): Shown {
  if (chosen !== null) return { shown: chosen === "shown", by: "choice" }
  return { shown: !unwelcomeIn.includes(approach), by: "approach" }
}
