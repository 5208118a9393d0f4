"use client"

import { useTranslations } from "next-intl"
import { type FieldNotes, notHeardYet } from "../../../../../../core/fieldNotes"
import { removeEntry } from "../../../../../../core/ydoc/fieldNotes"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { Icon } from "../../../../../_ui/Icon"
import type { Noting } from "./noting"

interface Props {
  readonly notes: FieldNotes
  readonly noting: Noting
}

const WORDS_SHOWN = 3

/** The guide, to be ticked; who was not heard yet; what the observer says quietly. */
export function Animator({ notes, noting }: Props) {
  const t = useTranslations("notes")
  const words = useMarkWords(notes)
  const quiet = notes.marks.filter(({ kind }) => kind === "word").slice(-WORDS_SHOWN)
  const silent = notHeardYet(notes)
  return (
    <div className="live-animate">
      <section aria-label={t("guide.label")}>
        <ol className="live-guide">
          {notes.guide.map(({ id, text }) => {
            const tick = notes.ticks.find(({ question }) => question === id)
            return (
              <li key={id}>
                <button
                  type="button"
                  className="live-key question"
                  aria-pressed={tick !== undefined}
                  onClick={() => (tick ? untick(id) : noting.tick(id))}
                >
                  <span className="tick-box" aria-hidden="true">
                    {tick && <Icon name="check" />}
                  </span>
                  <span className="grow">{text}</span>
                  {tick && <span className="num q">{words.time(tick.at)}</span>}
                </button>
              </li>
            )
          })}
        </ol>
        {notes.guide.length === 0 && <p className="q2">{t("guide.none")}</p>}
      </section>
      <aside className="stack loose">
        <section aria-label={t("quiet.label")} className="live-quiet">
          <h2 className="section-title">{t("quiet.label")}</h2>
          <div role="status">
            {quiet.length === 0 ? (
              <p className="q">{t("quiet.none")}</p>
            ) : (
              <ul>
                {[...quiet].reverse().map(({ id, at, text }) => (
                  <li key={id}>
                    <span className="num q">{words.time(at)}</span> {text}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </section>
        <section aria-label={t("silent.label")}>
          <h2 className="section-title">{t("silent.label")}</h2>
          <p className="live-silent">
            {silent.length === 0
              ? t(notes.people.length === 0 ? "who.none" : "silent.none")
              : silent.map((letter) => (
                  <span key={letter} className="tag">
                    {letter}
                  </span>
                ))}
          </p>
        </section>
      </aside>
    </div>
  )

  /** Two who animate may both have ticked it. */
  function untick(question: string) {
    for (const tick of notes.ticks) if (tick.question === question) removeEntry(noting.doc, "ticks", tick.id)
  }
}
