/** Between the table of participants and the people of an event that is noted live. */
import type { AtTable, Presence } from "../fieldNotes"
import type { SourceId } from "../model"
import { kept } from "./cells"
import type { Edit } from "./edits"
import { type Attendance, foldedLetter, type Sample } from "./model"

const presenceOf: Readonly<Record<Exclude<Attendance, "declined">, Presence>> = {
  expected: "present",
  came: "present",
  late: "late",
  absent: "absent",
}
const attendanceOf: Readonly<Record<Presence, Attendance>> = {
  present: "came",
  late: "late",
  absent: "absent",
}

/** Who takes part in an event and is not at the table yet, in the order of their letters there. */
export function arriving(sample: Sample, event: SourceId, people: readonly AtTable[]): AtTable[] {
  const there = new Set(people.map(({ letter }) => foldedLetter(letter)))
  const last = Math.max(0, ...people.map(({ order }) => order))
  return sample.participants
    .filter(({ withdrawal, recruitment }) => withdrawal === "none" && recruitment !== "refused")
    .flatMap(({ id, seats }) =>
      seats.flatMap(({ source, letter, attendance }) =>
        source === event && attendance !== "declined" && !there.has(foldedLetter(letter))
          ? [{ id, letter, presence: presenceOf[attendance] }]
          : [],
      ),
    )
    .sort((one, other) => one.letter.localeCompare(other.letter, "fr", { numeric: true }))
    .map(({ id, letter, presence }, place) => ({
      // Of their own: two devices that are apart come to one list.
      id: `participant-${id}`,
      letter,
      order: last + 1 + place,
      part: "participant",
      presence,
    }))
}

/** Who was there otherwise than the table says, and what makes it say so. */
export function toTell(
  sample: Sample,
  event: SourceId,
  people: readonly AtTable[],
): { readonly letter: string; readonly attendance: Attendance; readonly edit: Edit }[] {
  return people
    .filter(({ part }) => part === "participant")
    .flatMap(({ letter, presence }) => {
      const is = attendanceOf[presence]
      const isTheirs = (seat: { source: SourceId; letter: string }) =>
        seat.source === event && foldedLetter(seat.letter) === foldedLetter(letter)
      const one = sample.participants.find(({ seats }) => seats.some(isTheirs))
      const seat = one?.seats.find(isTheirs)
      if (!one || !seat || seat.attendance === is || seat.attendance === "declined") return []
      const text = one.seats.map((each) => (each === seat ? is : each.attendance)).join(" | ")
      const edit: Edit = {
        participant: one.id,
        column: "attendance",
        text,
        was: kept(one, "attendance"),
      }
      return [{ letter, attendance: is, edit }]
    })
}
