"use client"

import { useTranslations } from "next-intl"
import type * as Y from "yjs"
import type { EventFacts } from "../../../../../../core/fieldNotes"
import { LONGEST_PLACE, setEventFact } from "../../../../../../core/ydoc/eventFacts"
import { TextField } from "../../../../../_ui/Field"

/** When and where it takes place; the place by a letter, or a word that says nothing of anybody. */
export function AboutEvent({ event, doc }: { readonly event: EventFacts; readonly doc: Y.Doc }) {
  const t = useTranslations("notes.event")
  return (
    <section className="stack" aria-label={t("label")}>
      <h2>{t("label")}</h2>
      <div className="event-facts">
        <TextField
          type="date"
          label={t("date")}
          key={event.date}
          defaultValue={event.date ?? ""}
          onBlur={({ currentTarget: { value } }) => {
            if (value !== (event.date ?? "")) setEventFact(doc, "date", value || null)
          }}
        />
        <TextField
          label={t("place")}
          hint={t("placeHint")}
          autoComplete="off"
          maxLength={LONGEST_PLACE}
          key={`place ${event.place}`}
          defaultValue={event.place}
          onBlur={({ currentTarget: { value } }) => {
            if (value.trim() !== event.place) setEventFact(doc, "place", value.trim())
          }}
        />
      </div>
    </section>
  )
}
