import type * as Y from "yjs"
import type { EventFacts } from "../fieldNotes"
import type { GuideQuestion } from "../guide"
import { setEventFact } from "./eventFacts"
import { changeEntry, putEntry, readFieldNotes, removeEntry } from "./fieldNotes"

/**
 * Takes a copy of a version's questions into the notes of an event. What was added there stays, behind them; of another
 * version taken before stays what was put already.
 */
export function takeGuide(
  doc: Y.Doc,
  version: NonNullable<EventFacts["guide"]>,
  questions: readonly GuideQuestion[],
): void {
  doc.transact(() => {
    const { guide, ticks } = readFieldNotes(doc)
    const isPut = new Set(ticks.map(({ question }) => question))
    const isTaken = new Set(questions.map(({ id }) => id))
    for (const [order, { id, text, prompts }] of questions.entries())
      putEntry(doc, "guide", { id, order, text, prompts, from: version.id })
    const others = guide.filter(({ id }) => !isTaken.has(id))
    for (const [place, { id, from }] of others.entries()) {
      if (from !== null && !isPut.has(id)) removeEntry(doc, "guide", id)
      else changeEntry(doc, "guide", id, { order: questions.length + place })
    }
    setEventFact(doc, "guide", version)
  })
}
