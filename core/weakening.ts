import type { Blindness, MemberId } from "./model"

const strictestFirst = ["source", "passage", "open"] as const satisfies readonly Blindness[]

/** The policies under which less is kept apart than under this one, the nearest first (B26). */
export function weakerThan(policy: Blindness): readonly Blindness[] {
  return strictestFirst.slice(strictestFirst.indexOf(policy) + 1)
}

/** Whether everyone who codes has consented; those who do not code have no say (B26). */
export function allConsent(coders: readonly MemberId[], consented: readonly MemberId[]): boolean {
  return coders.length > 0 && coders.every((coder) => consented.includes(coder))
}
