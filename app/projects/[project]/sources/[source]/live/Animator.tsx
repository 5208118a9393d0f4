"use client"

import { useTranslations } from "next-intl"
import { type FieldNotes, notHeardYet } from "../../../../../../core/fieldNotes"
import type { FirstNames } from "../../../../../_device/firstNames"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { AnimatorGuide } from "./AnimatorGuide"
import type { Noting } from "./noting"
import { namedLetter } from "./useFirstNames"

interface Props {
  readonly notes: FieldNotes
  readonly noting: Noting
  /** As they are called on the day, on this device. */
  readonly names: FirstNames
}

const WORDS_SHOWN = 3

/** The guide, to be ticked; who was not heard yet; what the observer says quietly. */
export function Animator({ notes, noting, names }: Props) {
  const t = useTranslations("notes")
  const words = useMarkWords(notes)
  const quiet = notes.marks.filter(({ kind }) => kind === "word").slice(-WORDS_SHOWN)
  const silent = notHeardYet(notes)
  return (
    <div className="live-animate">
      <AnimatorGuide notes={notes} noting={noting} />
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
                    {namedLetter(letter, names)}
                  </span>
                ))}
          </p>
        </section>
      </aside>
    </div>
  )
}
