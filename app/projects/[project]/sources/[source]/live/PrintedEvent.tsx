"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { FieldNotes } from "../../../../../../core/fieldNotes"
import { seated } from "../../../../../../core/seating"
import { PrintedGuide } from "../../../../../_guide/PrintedGuide"

/** The questions of an event on paper, with what is known of it beforehand; people as letters. */
export function PrintedEvent({ title, notes }: { readonly title: string; readonly notes: FieldNotes }) {
  const t = useTranslations("notes.fromGuide")
  const format = useFormatter()
  const { date, place, guide } = notes.event
  if (notes.guide.length === 0) return null
  return (
    <PrintedGuide
      title={title}
      subtitle={guide === null ? "" : t("taken", { number: guide.number })}
      questions={notes.guide}
      facts={{
        // A day is the same in every zone.
        date: date === null ? undefined : format.dateTime(new Date(`${date}T12:00:00`), "day"),
        place,
        people: seated(notes.people)
          .map(({ letter }) => letter)
          .join("   "),
      }}
    />
  )
}
