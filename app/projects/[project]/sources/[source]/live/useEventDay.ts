"use client"

import { useFormatter } from "next-intl"

/** The day of an event in words; null where it is not known. A day is the same in every zone. */
export function useEventDay(date: string | null): string | null {
  const format = useFormatter()
  return date === null ? null : format.dateTime(new Date(`${date}T12:00:00`), "day")
}
