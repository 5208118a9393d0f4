"use client"

import { useTranslations } from "next-intl"
import type * as Y from "yjs"
import { type Ticking, tickings } from "../../../../../../core/fieldNotes"
import { setEventFact } from "../../../../../../core/ydoc/eventFacts"
import { Segmented } from "../../../../../_ui/Choice"

/** Whether whoever animates ticks a question as they put it, or once it has been talked about; all that is counted follows. */
export function TickingChoice({ ticking, doc }: { readonly ticking: Ticking; readonly doc: Y.Doc }) {
  const t = useTranslations("notes.ticking")
  return (
    <div className="row wrap no-paper">
      <span className="small q2">{t("label")}</span>
      <Segmented
        label={t("label")}
        value={ticking}
        onChange={(next) => setEventFact(doc, "ticking", next)}
        options={tickings.map((value) => ({ value, label: t(value) }))}
      />
    </div>
  )
}
