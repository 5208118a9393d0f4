"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { FieldNotes } from "../../../../../../core/fieldNotes"
import { useEventDay } from "./useEventDay"

/** What the notes are of, where they are printed: when, where, and who was there, by letters. */
export function PaperHead({ title, notes }: { readonly title: string; readonly notes: FieldNotes }) {
  const t = useTranslations("notes")
  const format = useFormatter()
  const day = useEventDay(notes.event.date)
  const people = notes.people.map(({ letter, part, presence }) =>
    [
      letter,
      part !== "participant" && t(`people.parts.${part}`),
      presence !== "present" && t(`people.presences.${presence}`),
    ]
      .filter(Boolean)
      .join(" "),
  )
  return (
    <header className="paper-only">
      <p className="printed-title">{title}</p>
      <p>{[day, notes.event.place].filter(Boolean).join(" · ")}</p>
      {people.length > 0 && <p>{format.list(people, { type: "unit", style: "short" })}</p>}
    </header>
  )
}
