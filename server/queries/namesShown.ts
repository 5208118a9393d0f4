import { type CheckScope, type Participant, shownTurns } from "../../core/memberCheck"
import type { PlacedTurn, ProjectId, SpeakerId } from "../../core/model"
import { namesIn, type Pseudonym } from "../../core/pseudonyms"
import type { Services } from "../services"
import { keyOf } from "./pseudonyms"

/** Names of the key that a link would show, as they are written there: by whom it is for, and how much they read. */
export type NamesShown = Readonly<Record<SpeakerId, Readonly<Record<CheckScope, readonly string[]>>>>

/** What a link for each participant would tell of the project's key, before one is made. */
export async function namesShown(
  { db }: Pick<Services, "db">,
  project: ProjectId,
  participants: readonly Participant[],
  turns: readonly PlacedTurn[],
): Promise<NamesShown> {
  const key = await keyOf(db, project)
  const whole = key.length === 0 ? [] : namesOf(turns, key)
  return Object.fromEntries(
    participants.map(({ id }) => {
      const own = whole.length === 0 ? [] : namesOf(shownTurns(turns, { speaker: id, scope: "own" }), key)
      return [id, { own, whole }]
    }),
  )
}

function namesOf(turns: readonly PlacedTurn[], key: readonly Pseudonym[]): string[] {
  const found = turns.flatMap(({ text }) => namesIn(text, key).map(({ from, to }) => text.slice(from, to)))
  return [...new Set(found)]
}
