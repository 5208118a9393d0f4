/** Who speaks in a transcript. What is said of a speaker is said once, and so corrected everywhere at once. */
import type * as Y from "yjs"
import type { Speaker, SpeakerId } from "../model"
import { edit, oneLine } from "./editing"
import { fieldsOf } from "./entries"

const LONGEST_LABEL = 60

/** A label as it may stand before turns; null for one that says nothing. */
export function labelFrom(written: string): string | null {
  return oneLine(written).trim().slice(0, LONGEST_LABEL).trim() || null
}

/** Writes a speaker who was not there, under an id that nobody has. */
export function addSpeaker(doc: Y.Doc, { id, ...said }: Speaker): void {
  edit(doc, () => doc.getMap("speakers").set(id, { id, ...said }))
}

/** Gives a speaker another label before all that they say. What else is said of them stays. */
export function renameSpeaker(doc: Y.Doc, id: SpeakerId, written: string): void {
  const label = labelFrom(written)
  if (label !== null) change(doc, id, { label })
}

/** Says whether a speaker asks the questions: passages begin at these. */
export function markInterviewer(doc: Y.Doc, id: SpeakerId, interviewer: boolean): void {
  change(doc, id, { interviewer })
}

function change(doc: Y.Doc, id: SpeakerId, said: Partial<Speaker>): void {
  const speakers = doc.getMap("speakers")
  const before = speakers.get(id)
  if (before !== undefined) edit(doc, () => speakers.set(id, { ...fieldsOf(before), ...said }))
}
