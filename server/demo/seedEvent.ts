import * as Y from "yjs"
import { roomName } from "../../core/access"
import type { Alignment, Mark } from "../../core/fieldNotes"
import type { SourceId } from "../../core/model"
import { setEventFact } from "../../core/ydoc/eventFacts"
import { align, debriefing, putEntry, readFieldNotes } from "../../core/ydoc/fieldNotes"
import { takeGuide } from "../../core/ydoc/takeGuide"
import type { DemoMoment, DemoNotes } from "../../db/seed/demo/field/notes"
import { chooseGuide } from "../commands/guides"
import type { Services } from "../services"
import type { SeededGuide } from "./seedGuide"
import type { Pair } from "./takeStep"

interface Event {
  readonly source: SourceId
  readonly notes: DemoNotes
  readonly turns: readonly { readonly text: string; readonly startMs: number; readonly endMs: number }[]
  /** When its recording began. */
  readonly startedAt: number
  /** Where a clap is heard that its observer has too; null where the notes were laid by hand. */
  readonly clapMs: number | null
}

/** So long before its recording an event of the demo begins: people sit down. */
const WELCOME_MS = 40_000

/** What was noted live of an event of the demo, laid on its recording, and what was written afterwards. */
export async function seedEvent(
  services: Services,
  guide: SeededGuide,
  pair: Pair,
  event: Event,
): Promise<void> {
  const { source, notes, turns, startedAt, clapMs } = event
  const version = guide[notes.guide]!
  await chooseGuide(services, { source, guide: version.id, by: pair.a })
  const room = roomName({ kind: "notes", source })
  const doc = new Y.Doc()
  doc.clientID = services.ids.newClientId(room)
  const { newId } = services.ids
  const when = ({ turn, afterMs }: DemoMoment) => startedAt + saying(turns, turn).startMs + afterMs

  setEventFact(doc, "date", new Date(startedAt).toISOString().slice(0, 10))
  setEventFact(doc, "place", notes.place)
  for (const [order, [letter, part, presence]] of notes.people.entries())
    putEntry(doc, "people", { id: newId(), letter, order, part, presence })
  for (const [order, text] of notes.signs.entries()) putEntry(doc, "signs", { id: newId(), order, text })
  takeGuide(doc, { id: version.id, number: version.number }, version.questions)
  const ids = new Map(version.questions.map(({ key, id }) => [key, id]))
  for (const [place, { key, text }] of notes.extra.entries()) {
    ids.set(key, newId())
    const order = version.questions.length + place
    putEntry(doc, "guide", { id: ids.get(key)!, order, text, prompts: [], from: null })
  }
  for (const { question, ...moment } of notes.ticks)
    putEntry(doc, "ticks", { id: newId(), question: ids.get(question)!, at: when(moment), by: pair.a })
  const clock = [
    { is: "began", at: startedAt - WELCOME_MS },
    { is: "ended", at: startedAt + turns.at(-1)!.endMs + WELCOME_MS },
  ] as const
  for (const step of clock) putEntry(doc, "clock", { id: newId(), by: pair.a, ...step })
  for (const { turn, afterMs, by, sign = "", text = "", ...said } of notes.marks) {
    const at = when({ turn, afterMs })
    putEntry(doc, "marks", { id: newId(), at, by: pair[by], sign, text, ...said })
  }
  align(
    doc,
    laid(event, (at) => putClap(doc, { id: newId(), at, by: pair.b })),
  )
  for (const field of debriefing) writeLines(doc, field, notes.debriefing[field] ?? [])

  const said = readFieldNotes(doc)
  if (said.marks.length !== notes.marks.length + (clapMs === null ? 0 : 1))
    throw new RangeError("a mark of the demo is none")
  await services.docs.append(room, [{ data: Y.encodeStateAsUpdate(doc), member: pair.b, session: null }])
  doc.destroy()
}

function laid({ startedAt, clapMs }: Event, clapAt: (at: number) => string): Alignment {
  if (clapMs === null) return { by: "hand", offsetMs: -startedAt }
  return { by: "clap", clap: clapAt(startedAt + clapMs), soundMs: clapMs }
}

function putClap(doc: Y.Doc, { id, at, by }: Pick<Mark, "id" | "at" | "by">): string {
  putEntry(doc, "marks", { id, at, by, kind: "clap", who: [], sign: "", text: "" })
  return id
}

function writeLines(doc: Y.Doc, field: string, lines: readonly string[]): void {
  for (const line of lines) {
    const paragraph = new Y.XmlElement("paragraph")
    paragraph.insert(0, [new Y.XmlText(line)])
    doc.getXmlFragment(field).push([paragraph])
  }
}

/** The one turn that begins so. Throws where none does, or several do. */
export function saying<Turn extends { readonly text: string }>(turns: readonly Turn[], begins: string): Turn {
  const [found, another] = turns.filter(({ text }) => text.startsWith(begins))
  if (!found || another) throw new RangeError(`not one turn of the demo begins with: ${begins}`)
  return found
}
