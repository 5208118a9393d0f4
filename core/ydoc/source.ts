/**
 * How a transcript is laid out in its Y.Doc (room `source/<source>`): one Y.Text `text`; turn 0 is implicit, its
 * attributes in the Y.Map `head`; each later turn begins with an embedded Y.Map of the same attributes, which has
 * length 1. So an index into the Y.Text is an offset into `textOf(turns)`. Speakers stand in the Y.Map `speakers`
 * as JSON. `aliases`: see aliases.ts. Everything read is checked: a malformed attribute reads as null, a malformed speaker is left out.
 */
import * as Y from "yjs"
import type { Speaker, Transcript, Turn } from "../model"
import { storable } from "../text"
import { itemsOf } from "./items"

/** What is said of a turn beside its words. */
export type Attributes = Pick<Turn, "speaker" | "startMs" | "endMs">

/** Writes an imported transcript into an empty doc, in one transaction. */
export function writeTranscript(doc: Y.Doc, transcript: Transcript): void {
  const text = doc.getText("text")
  if (text.length > 0) throw new RangeError("the document already holds a transcript")
  doc.transact(() => {
    for (const speaker of transcript.speakers) doc.getMap("speakers").set(speaker.id, { ...speaker })
    transcript.turns.forEach((turn, index) => {
      const attributes = index === 0 ? doc.getMap("head") : new Y.Map<unknown>()
      if (index > 0) text.insertEmbed(text.length, attributes)
      writeAttributes(attributes, turn)
      if (turn.text) text.insert(text.length, turn.text)
    })
  })
}

/** The transcript a doc holds; one empty turn when it holds nothing. Offsets are the Y.Text's, whatever is in it. */
export function readTranscript(doc: Y.Doc): Transcript {
  const turns: Turn[] = []
  let attributes = readAttributes(doc.getMap("head"))
  let words = ""
  for (const item of itemsOf(doc.getText("text"))) {
    if (item.deleted || !item.countable) continue
    if (item.content instanceof Y.ContentString) words += item.content.str
    else {
      for (let length = item.length; length > 0; length--) {
        turns.push({ ...attributes, text: words })
        attributes = attributesOf(item)
        words = ""
      }
    }
  }
  turns.push({ ...attributes, text: words })
  // Each half of a character by a sign as long, so that offsets stay.
  const said = turns.map((turn) => ({ ...turn, text: storable(turn.text) }))
  return { speakers: inOrderOfSpeaking(readSpeakers(doc.getMap("speakers")), said), turns: said }
}

/** Whether anything but white space is written. Looks no further than the first that is. */
export function hasWords(doc: Y.Doc): boolean {
  for (const { deleted, content } of itemsOf(doc.getText("text"))) {
    if (!deleted && content instanceof Y.ContentString && /\S/u.test(content.str)) return true
  }
  return false
}

/** What a piece that begins a turn says of it. */
export function attributesOf(item: Y.Item): Attributes {
  const map = mapOf(item)
  return map ? readAttributes(map) : noAttributes
}

/** The map of a piece that begins a turn as ours do. */
export function mapOf(item: Y.Item): Y.Map<unknown> | null {
  return item.content instanceof Y.ContentType && item.content.type instanceof Y.Map
    ? item.content.type
    : null
}

export const noAttributes: Attributes = { speaker: null, startMs: null, endMs: null }

export function readAttributes(map: Pick<Y.Map<unknown>, "get">): Attributes {
  const speaker = map.get("speaker")
  return {
    speaker: typeof speaker === "string" ? speaker : null,
    startMs: milliseconds(map.get("startMs")),
    endMs: milliseconds(map.get("endMs")),
  }
}

/** What begins a turn, to be put into the text. */
export function openingWith(attributes: Attributes): Y.ContentType {
  const map = new Y.Map<unknown>()
  writeAttributes(map, attributes)
  return new Y.ContentType(map)
}

/** Writes what differs. */
export function writeAttributes(map: Y.Map<unknown>, { speaker, startMs, endMs }: Attributes): void {
  for (const [key, value] of Object.entries({ speaker, startMs, endMs })) {
    // A map that is in no document yet cannot be read.
    if (!map.doc || map.get(key) !== value) map.set(key, value)
  }
}

function milliseconds(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null
}

/** The speakers a transcript names, in no order. */
export function readSpeakers(map: Y.Map<unknown>): Speaker[] {
  const speakers: Speaker[] = []
  for (const [id, value] of map) {
    const { label, interviewer } = (value ?? {}) as Partial<Speaker>
    if (typeof label === "string")
      speakers.push({ id, label: storable(label), interviewer: interviewer === true })
  }
  return speakers
}

/** Who speaks first stands first; who says nothing comes last, by id. */
function inOrderOfSpeaking(speakers: Speaker[], turns: readonly Turn[]): Speaker[] {
  const first = new Map<string, number>()
  for (const [at, { speaker }] of turns.entries()) {
    if (speaker !== null && !first.has(speaker)) first.set(speaker, at)
  }
  const placeOf = ({ id }: Speaker) => first.get(id) ?? turns.length
  return speakers.sort((one, other) => placeOf(one) - placeOf(other) || (one.id < other.id ? -1 : 1))
}
