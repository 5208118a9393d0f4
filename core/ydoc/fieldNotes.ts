/**
 * How live notes are laid out in their Y.Doc (room `notes/<source>`): Y.Maps of JSON values keyed by random ids:
 * `people`, `marks`, `signs`, `guide`, `ticks`, `clock`; `alignment` holds one, under the key `now`; `event` what is
 * known beforehand, each under a key of its own. What is written
 * together afterwards stands in fragments beside them (`debriefing`). Malformed entries are left out on reading.
 */
import type * as Y from "yjs"
import { eraseWords } from "../erasing"
import {
  type Alignment,
  type AtTable,
  byTime,
  type ClockEvent,
  type FieldNotes,
  type GuideEntry,
  isLetter,
  type Listed,
  type Mark,
  type Meant,
  markKinds,
  type PutIn,
  parts,
  presences,
  type Tick,
} from "../fieldNotes"
import type { GuidePrompt } from "../guide"
import { isId } from "../model"
import { storable } from "../text"
import { fieldsOf } from "./entries"
import { eraseInEventFacts, readEventFacts, readTaken } from "./eventFacts"
import { eraseInFragment } from "./richText"

/** The rich texts that are written together once the event is over. */
export const debriefing = ["synthesis", "impressions", "context", "later"] as const

const LONGEST_TEXT = 2_000
const LONGEST_LINE = 300
const maps = ["people", "marks", "signs", "guide", "ticks", "clock"] as const
type MapName = (typeof maps)[number]

export function readFieldNotes(doc: Y.Doc): FieldNotes {
  return {
    people: oneALetter(read(doc, "people", readPerson).sort(byOrder)),
    marks: read(doc, "marks", readMark).sort(byTime),
    signs: read(doc, "signs", readListed).sort(byOrder),
    guide: read(doc, "guide", readGuideEntry).sort(byOrder),
    ticks: read(doc, "ticks", readTick).sort(byTime),
    clock: read(doc, "clock", readClockEvent).sort(byTime),
    alignment: readAlignment(doc.getMap("alignment").get("now")),
    event: readEventFacts(doc.getMap("event")),
  }
}

/** Tells of every change of what is read, until it is let go of. */
export function observeNotes(doc: Y.Doc, changed: () => void): () => void {
  const all = [...maps, "alignment", "event"].map((name) => doc.getMap(name))
  for (const map of all) map.observe(changed)
  return () => {
    for (const map of all) map.unobserve(changed)
  }
}

function read<T>(doc: Y.Doc, name: MapName, readOne: (id: string, value: unknown) => T | null): T[] {
  return [...doc.getMap(name)].flatMap(([id, value]) => (isId(id) ? (readOne(id, value) ?? []) : []))
}

const byOrder = (a: Listed | AtTable, b: Listed | AtTable) => a.order - b.order || (a.id < b.id ? -1 : 1)

/** Two devices that were apart may both have written down B. */
function oneALetter(people: readonly AtTable[]): AtTable[] {
  return people.filter(({ letter }, place) => people.findIndex((one) => one.letter === letter) === place)
}

function readPerson(id: string, value: unknown): AtTable | null {
  const { letter, order, part, presence } = fieldsOf(value)
  if (!isLetter(letter) || !isNumber(order)) return null
  if (!isOneOf(parts, part) || !isOneOf(presences, presence)) return null
  return { id, letter, order, part, presence }
}

function readMark(id: string, value: unknown): Mark | null {
  const { at, by, kind, who, sign, text, put } = fieldsOf(value)
  const meant = readMeant(who)
  if (!isTime(at) || !isId(by) || !isOneOf(markKinds, kind) || !meant) return null
  const known = readPut(put)
  const mark = {
    ...{ id, at, by, kind, who: meant, text: words(text, LONGEST_TEXT) },
    ...(known && { put: known }),
  }
  const named = kind === "sign" ? words(sign, LONGEST_LINE).trim() : ""
  return kind === "sign" && named === "" ? null : { ...mark, sign: named }
}

function readPut(value: unknown): PutIn | null {
  const { first, last } = fieldsOf(value)
  const [from, to] = [readCharacter(first), readCharacter(last)]
  return from && to && { first: from, last: to }
}

function readCharacter(value: unknown): PutIn["first"] | null {
  const { client, clock } = fieldsOf(value)
  const isCount = (one: unknown): one is number => Number.isSafeInteger(one) && (one as number) >= 0
  return isCount(client) && isCount(clock) ? { client, clock } : null
}

function readMeant(who: unknown): Meant | null {
  if (who === "all") return who
  return Array.isArray(who) && who.length <= 100 && who.every(isLetter) ? [...new Set(who)] : null
}

function readListed(id: string, value: unknown): Listed | null {
  const { order, text } = fieldsOf(value)
  const line = words(text, LONGEST_LINE).trim()
  return isNumber(order) && line !== "" ? { id, order, text: line } : null
}

function readGuideEntry(id: string, value: unknown): GuideEntry | null {
  const listed = readListed(id, value)
  return listed && { ...listed, ...readTaken(value) }
}

function readTick(id: string, value: unknown): Tick | null {
  const { question, at, by } = fieldsOf(value)
  return isId(question) && isTime(at) && isId(by) ? { id, question, at, by } : null
}

function readClockEvent(id: string, value: unknown): ClockEvent | null {
  const { is, at, by, sound, soundMs, runs } = fieldsOf(value)
  if (!isTime(at) || !isId(by)) return null
  if (is === "began" || is === "ended") return { id, at, by, is }
  if (is !== "recorder" || !isId(sound) || !isTime(soundMs)) return null
  return { id, at, by, is, sound, soundMs, runs: runs === true }
}

function readAlignment(value: unknown): Alignment | null {
  const { by, sound, clap, soundMs, offsetMs, shiftMs } = fieldsOf(value)
  if (by === "recorder" && isId(sound)) return { by, sound, ...(isNumber(shiftMs) && { shiftMs }) }
  if (by === "clap" && isId(clap) && isTime(soundMs)) return { by, clap, soundMs }
  return by === "hand" && isNumber(offsetMs) ? { by, offsetMs } : null
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value)
const isTime = (value: unknown): value is number => isNumber(value) && value >= 0 && value < 8.64e15

function isOneOf<T extends string>(all: readonly T[], value: unknown): value is T {
  return all.some((one) => one === value)
}

function words(value: unknown, most: number): string {
  return typeof value === "string" ? storable(value.slice(0, most)) : ""
}

// ------------------------------------------------------------------ writing

export type Entry<Name extends MapName> = FieldNotes[Name][number]

/** Writes an entry down, or writes it anew. */
export function putEntry<Name extends MapName>(doc: Y.Doc, name: Name, { id, ...fields }: Entry<Name>): void {
  doc.getMap(name).set(id, fields)
}

/** Says otherwise what these fields are, if the entry is there. */
export function changeEntry<Name extends MapName>(
  doc: Y.Doc,
  name: Name,
  id: string,
  fields: Partial<Entry<Name>>,
): void {
  const map = doc.getMap(name)
  if (map.has(id)) map.set(id, { ...fieldsOf(map.get(id)), ...fields })
}

export function removeEntry(doc: Y.Doc, name: MapName, id: string): void {
  doc.getMap(name).delete(id)
}

export function align(doc: Y.Doc, alignment: Alignment | null): void {
  if (alignment) doc.getMap("alignment").set("now", { ...alignment })
  else doc.getMap("alignment").delete("now")
}

/**
 * Takes a word or name out of all that stands in live notes, each word of it leaving a mark. What no page of ours has
 * written goes with it. Once the document is collected, the words are gone from it.
 */
export function eraseInNotes(doc: Y.Doc, erased: string, mark: string): void {
  doc.transact((transaction) => {
    for (const name of debriefing) doc.getXmlFragment(name)
    for (const name of maps) doc.getMap(name)
    doc.getMap("alignment")
    doc.getMap("event")
    for (const [name, type] of doc.share) {
      const isMap = name === "alignment" || name === "event" || isOneOf(maps, name)
      if (!isMap) for (const item of type._map.values()) if (!item.deleted) item.delete(transaction)
      if (isOneOf(debriefing, name)) continue
      for (let item = type._start; item !== null; item = item.right)
        if (!item.deleted) item.delete(transaction)
    }
    const clean = (text: string) => eraseWords(text, erased, mark)
    for (const name of maps) eraseInMap(doc.getMap(name), name, clean)
    const { alignment } = readFieldNotes(doc)
    doc.getMap("alignment").clear()
    align(doc, alignment)
    eraseInEventFacts(doc.getMap("event"), clean)
    for (const name of debriefing) eraseInFragment(doc.getXmlFragment(name), erased, mark)
  })
}

const readers = {
  people: readPerson,
  marks: readMark,
  signs: readListed,
  guide: readGuideEntry,
  ticks: readTick,
  clock: readClockEvent,
} satisfies Record<MapName, (id: string, value: unknown) => object | null>

/** What cannot be read is nothing, and goes: the words could stand anywhere in it. */
function eraseInMap(map: Y.Map<unknown>, name: MapName, clean: (text: string) => string): void {
  for (const [id, value] of [...map]) {
    const known = isId(id) ? readers[name](id, value) : null
    if (!known) {
      map.delete(id)
      continue
    }
    const { id: _, ...fields } = known as Record<string, unknown>
    const now = cleaned(fields, clean)
    if (!now) map.delete(id)
    else if (JSON.stringify(now) !== JSON.stringify(value)) map.set(id, now)
  }
}

/** Ids and kinds are no words of anybody. Null where what is erased is what somebody was called. */
function cleaned(fields: Record<string, unknown>, clean: (text: string) => string) {
  const { text, sign, letter, who, prompts } = fields
  const stays = (one: unknown) => typeof one !== "string" || clean(one) === one
  if (!stays(letter)) return null
  return {
    ...fields,
    ...(typeof text === "string" && { text: clean(text) }),
    ...(typeof sign === "string" && { sign: clean(sign) }),
    ...(Array.isArray(who) && { who: who.filter(stays) }),
    ...(Array.isArray(prompts) && {
      prompts: prompts.map((prompt: GuidePrompt) => ({ ...prompt, text: clean(prompt.text) })),
    }),
  }
}
