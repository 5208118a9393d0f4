/**
 * How a transcript is laid out in its Y.Doc (room `source/<source>`): one Y.Text `text`; turn 0 is implicit, its
 * attributes in the Y.Map `head`; each later turn begins with an embedded Y.Map of the same attributes, which has
 * length 1. So an index into the Y.Text is an offset into `textOf(turns)`. Speakers stand in the Y.Map `speakers`
 * as JSON. Everything read is checked: a malformed attribute reads as null, a malformed speaker is left out.
 */
import * as Y from "yjs"
import type { Speaker, Transcript, Turn } from "../model"

type Attributes = Pick<Turn, "speaker" | "startMs" | "endMs">

/** Writes an imported transcript into an empty doc, in one transaction. */
export function writeTranscript(doc: Y.Doc, transcript: Transcript): void {
  const text = doc.getText("text")
  if (text.length > 0) throw new RangeError("the document already holds a transcript")
  doc.transact(() => {
    for (const speaker of transcript.speakers) doc.getMap("speakers").set(speaker.id, { ...speaker })
    transcript.turns.forEach((turn, index) => {
      const attributes = index === 0 ? doc.getMap("head") : new Y.Map<unknown>()
      if (index > 0) text.insertEmbed(text.length, attributes)
      attributes.set("speaker", turn.speaker)
      attributes.set("startMs", turn.startMs)
      attributes.set("endMs", turn.endMs)
      if (turn.text) text.insert(text.length, turn.text)
    })
  })
}

/** The transcript a doc holds; one empty turn when it holds nothing. */
export function readTranscript(doc: Y.Doc): Transcript {
  const turns: Turn[] = []
  let attributes = readAttributes(doc.getMap("head"))
  let words = ""
  for (const part of doc.getText("text").toDelta() as { insert: unknown }[]) {
    if (typeof part.insert === "string") words += part.insert
    else {
      turns.push({ ...attributes, text: words })
      attributes = part.insert instanceof Y.Map ? readAttributes(part.insert) : noAttributes
      words = ""
    }
  }
  turns.push({ ...attributes, text: words })
  return { speakers: readSpeakers(doc.getMap("speakers")), turns }
}

const noAttributes: Attributes = { speaker: null, startMs: null, endMs: null }

function readAttributes(map: Y.Map<unknown>): Attributes {
  const speaker = map.get("speaker")
  return {
    speaker: typeof speaker === "string" ? speaker : null,
    startMs: milliseconds(map.get("startMs")),
    endMs: milliseconds(map.get("endMs")),
  }
}

function milliseconds(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null
}

function readSpeakers(map: Y.Map<unknown>): Speaker[] {
  const speakers: Speaker[] = []
  for (const [id, value] of map) {
    const { label, interviewer } = (value ?? {}) as Partial<Speaker>
    if (typeof label === "string") speakers.push({ id, label, interviewer: interviewer === true })
  }
  return speakers.sort((one, other) => (one.id < other.id ? -1 : 1))
}
