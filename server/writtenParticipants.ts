import { eq } from "drizzle-orm"
import { freeLetter, type Participant, type Value, type Variable } from "../core/participants/model"
import type { Db } from "../db/client"
import { participant, participantVariable, participation } from "../db/schema"
import { sampleOf } from "./queries/participants"
import type { Clean, WrittenText } from "./writtenTexts"

/** What is written of the participants of a project, a text for each of them and for each variable. */
export async function ofParticipants(db: Db, project: string): Promise<WrittenText[]> {
  const sample = await sampleOf(db, project)
  return [
    ...sample.participants.map((one) => ofOne(db, project, one, sample.variables)),
    ...sample.variables.map((variable) => ofVariable(db, project, variable)),
  ]
}

function ofOne(db: Db, project: string, one: Participant, variables: readonly Variable[]): WrittenText {
  const isFree = (variable: string) => variables.find(({ id }) => id === variable)?.kind === "text"
  const said = Object.entries(one.values).flatMap(([variable, value]) => (isFree(variable) ? [value] : []))
  const there = one.seats.flatMap(({ letter, third }) => [letter, third])
  return {
    key: `participant:${one.id}`,
    kind: "participant",
    text: [...new Set([one.letter, ...there, one.why, one.sheet, ...said])].filter(Boolean).join("\n"),
    write: async (clean) => {
      // Who was called by a name is called by a letter that nobody has.
      const own = clean(one.letter) === one.letter ? one.letter : await newLetter(db, project)
      const letter = (text: string) => (clean(text) === text ? text : own)
      await db
        .update(participant)
        .set({
          letter: own,
          why: clean(one.why),
          sheet: clean(one.sheet),
          values: cleaned(one, clean, isFree),
        })
        .where(eq(participant.id, one.id))
      await db.delete(participation).where(eq(participation.participant, one.id))
      const seats = one.seats.map((seat, place) => ({
        ...seat,
        letter: letter(seat.letter),
        third: clean(seat.third),
        participant: one.id,
        place,
      }))
      if (seats.length > 0) await db.insert(participation).values(seats)
    },
  }
}

function cleaned(
  { values }: Participant,
  clean: Clean,
  isMeant: (variable: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([variable, value]) => [
      variable,
      typeof value === "string" && isMeant(variable) ? clean(value) : value,
    ]),
  )
}

async function newLetter(db: Db, project: string): Promise<string> {
  const rows = await db
    .select({ letter: participant.letter })
    .from(participant)
    .where(eq(participant.project, project))
  return freeLetter(rows.map(({ letter }) => letter))
}

/** Its options with it, and whoever has one of them. */
function ofVariable(db: Db, project: string, { id, name, unit, choices, kind }: Variable): WrittenText {
  return {
    key: `variable:${id}`,
    kind: "participant",
    text: [name, unit, ...choices].filter(Boolean).join("\n"),
    write: async (clean) => {
      const options = [...new Set(choices.map(clean))]
      await db
        .update(participantVariable)
        .set({ name: clean(name), unit: clean(unit), choices: options })
        .where(eq(participantVariable.id, id))
      if (kind !== "choice") return
      // As they are by now: what is said of each is cleaned before.
      for (const one of (await sampleOf(db, project)).participants) {
        const values = cleaned(one, clean, (variable) => variable === id)
        await db.update(participant).set({ values }).where(eq(participant.id, one.id))
      }
    },
  }
}
