/** What has changed between two versions of a guide: by questions, which keep their ids. */
import type { GuidePrompt, GuideQuestion } from "./guide"

export type QuestionChange =
  | { readonly is: "added" | "removed"; readonly question: GuideQuestion }
  | {
      readonly is: "kept"
      readonly question: GuideQuestion
      readonly before: GuideQuestion
      readonly reworded: boolean
      /** It stands elsewhere among those that both versions have. */
      readonly moved: boolean
      readonly prompts: PromptChanges
      readonly originChanged: boolean
    }

export interface PromptChanges {
  readonly added: readonly GuidePrompt[]
  readonly removed: readonly GuidePrompt[]
  readonly reworded: readonly { readonly before: string; readonly after: string; readonly id: string }[]
  readonly moved: boolean
}

/** Every question of both versions, in the order of the later; one that is gone stands where it was before. */
export function guideChanges(
  before: readonly GuideQuestion[],
  after: readonly GuideQuestion[],
): QuestionChange[] {
  const old = new Map(before.map((question) => [question.id, question]))
  const now = new Set(after.map(({ id }) => id))
  const moved = movedAmong(before, after)
  const changes = after.map((question): QuestionChange => {
    const was = old.get(question.id)
    return was ? kept(was, question, moved.has(question.id)) : { is: "added", question }
  })
  for (const [at, question] of before.entries()) {
    if (now.has(question.id)) continue
    // Behind what stood before it, as far as that is still there.
    const above = before[at - 1]
    const place = above ? changes.findIndex((change) => change.question.id === above.id) + 1 : 0
    changes.splice(place, 0, { is: "removed", question })
  }
  return changes
}

/** Whether a question reads as it did, and stands where it stood. */
export function isUnchanged(change: QuestionChange): boolean {
  if (change.is !== "kept") return false
  const { added, removed, reworded, moved } = change.prompts
  const isOf = change.reworded || change.moved || change.originChanged || moved
  return !isOf && added.length + removed.length + reworded.length === 0
}

function kept(before: GuideQuestion, question: GuideQuestion, moved: boolean): QuestionChange {
  const { idea, source } = before.origin
  return {
    is: "kept",
    question,
    before,
    reworded: before.text !== question.text,
    moved,
    prompts: promptChanges(before.prompts, question.prompts),
    originChanged: idea !== question.origin.idea || source !== question.origin.source,
  }
}

function promptChanges(before: readonly GuidePrompt[], after: readonly GuidePrompt[]): PromptChanges {
  const old = new Map(before.map(({ id, text }) => [id, text]))
  const now = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    reworded: after.flatMap(({ id, text }) => {
      const was = old.get(id)
      return was === undefined || was === text ? [] : [{ id, before: was, after: text }]
    }),
    moved: movedAmong(before, after).size > 0,
  }
}

interface Named {
  readonly id: string
}

/** Which of those that both have must have been moved: the fewest that explain the order. */
function movedAmong(before: readonly Named[], after: readonly Named[]): ReadonlySet<string> {
  const placeOf = new Map(before.map(({ id }, place) => [id, place]))
  const both = after.filter(({ id }) => placeOf.has(id))
  const stayed = new Set(longestRising(both.map(({ id }) => placeOf.get(id)!)))
  return new Set(both.filter(({ id }) => !stayed.has(placeOf.get(id)!)).map(({ id }) => id))
}

/** The longest row of numbers, in their order, that rises. */
function longestRising(numbers: readonly number[]): number[] {
  const best: number[][] = []
  for (const [at, number] of numbers.entries()) {
    const longest = best
      .slice(0, at)
      .filter((row) => row.at(-1)! < number)
      .reduce<number[]>((one, other) => (other.length > one.length ? other : one), [])
    best.push([...longest, number])
  }
  return best.reduce((one, other) => (other.length > one.length ? other : one), [])
}
