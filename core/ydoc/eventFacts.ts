/** What is known of an event beforehand, and what its questions have of a guide, as live notes hold them. */
import type * as Y from "yjs"
import { type EventFacts, type GuideEntry, tickings } from "../fieldNotes"
import { LONGEST_QUESTION, MOST_PROMPTS } from "../guide"
import { isId } from "../model"
import { storable } from "../text"
import { fieldsOf } from "./entries"

/** A letter, or a short word that says nothing of anybody. */
export const LONGEST_PLACE = 40

export function readEventFacts(map: Y.Map<unknown>): EventFacts {
  const { id, number } = fieldsOf(map.get("guide"))
  const isVersion = isId(id) && typeof number === "number" && Number.isSafeInteger(number) && number > 0
  return {
    date: isDay(map.get("date")) ? (map.get("date") as string) : null,
    place: line(map.get("place"), LONGEST_PLACE),
    guide: isVersion ? { id, number } : null,
    ticking: tickings.find((each) => each === map.get("ticking")) ?? "put",
  }
}

/** A day that there is. */
function isDay(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

export function readTaken(value: unknown): Pick<GuideEntry, "prompts" | "from"> {
  const { prompts, from } = fieldsOf(value)
  const all = Array.isArray(prompts) ? prompts.slice(0, MOST_PROMPTS) : []
  return {
    prompts: all.flatMap((prompt: unknown) => {
      const { id, text } = fieldsOf(prompt)
      const said = line(text, LONGEST_QUESTION)
      return isId(id) && said !== "" ? [{ id, text: said }] : []
    }),
    from: isId(from) ? from : null,
  }
}

function line(value: unknown, most: number): string {
  return typeof value === "string" ? storable(value.slice(0, most)).replace(/\s+/gu, " ").trim() : ""
}

export function setEventFact<Name extends keyof EventFacts>(
  doc: Y.Doc,
  name: Name,
  value: EventFacts[Name],
): void {
  const map = doc.getMap("event")
  if (value === null || value === "") map.delete(name)
  else map.set(name, value)
}

/** What cannot be read is nothing, and goes. */
export function eraseInEventFacts(map: Y.Map<unknown>, clean: (text: string) => string): void {
  const { date, place, guide, ticking } = readEventFacts(map)
  map.clear()
  if (date) map.set("date", date)
  if (place) map.set("place", clean(place))
  if (guide) map.set("guide", guide)
  if (ticking !== "put") map.set("ticking", ticking)
}
