"use client"

import { useTranslations } from "next-intl"
import type * as Y from "yjs"
import { isExtra } from "../../../../../../core/eventGuide"
import type { FieldNotes } from "../../../../../../core/fieldNotes"
import type { GuideQuestion } from "../../../../../../core/guide"
import { takeGuide } from "../../../../../../core/ydoc/takeGuide"
import { ask } from "../../../../../_sync/api"
import { useChange } from "../../../../../_sync/useChange"
import { Button } from "../../../../../_ui/Button"
import { Alert } from "../../../../../_ui/States"
import { GuideChoice } from "./GuideChoice"
import type { LiveAbout } from "./keptLive"

interface Props {
  readonly about: LiveAbout
  readonly notes: FieldNotes
  readonly doc: Y.Doc
  readonly printGuide: () => void
}

/** The version of the project's guide that is asked from, and its questions as this event has them. */
export function EventGuide({ about, notes, doc, printGuide }: Props) {
  const t = useTranslations("notes.fromGuide")
  const { busy, failed, change } = useChange()
  const { guide } = notes.event
  const taken = guide === null ? [] : notes.guide.filter((entry) => !isExtra(notes, entry))
  const take = (id: string) =>
    change(async () => {
      const path = `/api/sources/${about.source}/guide`
      const { number, questions } = await ask<{ number: number; questions: GuideQuestion[] }>("PUT", path, {
        guide: id,
      })
      takeGuide(doc, { id, number }, questions)
    })
  return (
    <section className="stack" aria-label={t("label")}>
      <div className="row wrap">
        <h2 className="grow">{guide === null ? t("label") : t("taken", { number: guide.number })}</h2>
        {notes.guide.length > 0 && <Button onClick={printGuide}>{t("print")}</Button>}
      </div>
      <GuideChoice project={about.project} taken={guide?.id ?? null} busy={busy} take={take} />
      {failed && <Alert>{failed}</Alert>}
      {taken.length > 0 && (
        <ol className="event-guide" aria-label={t("questions")}>
          {taken.map(({ id, text, prompts }, at) => (
            <li key={id}>
              <span className="num q" aria-hidden="true">
                {at + 1}
              </span>
              <div>
                <p>{text}</p>
                {prompts.map((prompt) => (
                  <p key={prompt.id} className="small q2">
                    – {prompt.text}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
