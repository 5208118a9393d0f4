"use client"

import { useTranslations } from "next-intl"
import type { FieldNotes } from "../../../../../../core/fieldNotes"
import { seated } from "../../../../../../core/seating"
import { PrintedGuide } from "../../../../../_guide/PrintedGuide"
import { PrintedObservation } from "../../../../../_guide/PrintedObservation"
import { useEventDay } from "./useEventDay"

/** For who asks, or for who observes. */
export type Sheet = "guide" | "observation"

interface Props {
  readonly title: string
  readonly notes: FieldNotes
  readonly sheet: Sheet
}

/** A sheet of an event on paper, with what is known of it beforehand; people as letters. */
export function PrintedEvent({ title, notes, sheet }: Props) {
  const t = useTranslations("notes.fromGuide")
  const { date, place, guide } = notes.event
  const day = useEventDay(date) ?? undefined
  const people = seated(notes.people).map(({ letter }) => letter)
  if (sheet === "observation") {
    return <PrintedObservation {...{ title, people, place }} date={day} signs={notes.signs} />
  }
  if (notes.guide.length === 0) return null
  return (
    <PrintedGuide
      title={title}
      subtitle={guide === null ? "" : t("taken", { number: guide.number })}
      questions={notes.guide}
      facts={{ date: day, place, people: people.join("   ") }}
    />
  )
}
