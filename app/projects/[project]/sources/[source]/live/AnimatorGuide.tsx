"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import {
  askedFrom,
  currentQuestion,
  currentSince,
  isExtra,
  nextQuestion,
} from "../../../../../../core/eventGuide"
import type { FieldNotes, GuideEntry } from "../../../../../../core/fieldNotes"
import { putEntry, removeEntry } from "../../../../../../core/ydoc/fieldNotes"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { positionText } from "../../../../../_sound/positionText"
import { Button } from "../../../../../_ui/Button"
import { Checkbox } from "../../../../../_ui/Choice"
import { Icon } from "../../../../../_ui/Icon"
import { useToast } from "../../../../../_ui/Toasts"
import { AddLine } from "./AddLine"
import type { Noting } from "./noting"
import { Since } from "./Since"
import { TickingChoice } from "./TickingChoice"

interface Props {
  readonly notes: FieldNotes
  readonly noting: Noting
}

/** The questions, to be ticked: since when which one is talked about, and what to ask under it. */
export function AnimatorGuide({ notes, noting }: Props) {
  const t = useTranslations("notes")
  const words = useMarkWords(notes)
  const say = useToast()
  const [all, showAll] = useState(false)
  const current = currentQuestion(notes)
  const next = nextQuestion(notes)
  const ended = notes.clock.filter(({ is }) => is !== "recorder").at(-1)
  const since = currentSince(notes)
  const { ticking } = notes.event
  const { asked } = askedFrom(notes, ended?.is === "ended" ? ended.at : null)
  const isOpen = ({ id }: GuideEntry) => all || id === (current ?? next)?.id
  const hasPrompts = notes.guide.some(({ prompts }) => prompts.length > 0)
  return (
    <section aria-label={t("guide.label")} className="stack">
      {notes.guide.length > 0 && (
        <div className="live-ticking">
          <TickingChoice ticking={ticking} doc={noting.doc} />
          {hasPrompts && (
            <Checkbox
              label={t("guide.allPrompts")}
              checked={all}
              onChange={(event) => showAll(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
      <ol className="live-guide">
        {notes.guide.map((entry) => {
          const { id, text, prompts } = entry
          const put = asked.find((one) => one.entry.id === id)
          const isCurrent = id === current?.id
          return (
            <li key={id} aria-current={isCurrent ? "step" : undefined}>
              <button
                type="button"
                className="live-key question"
                aria-pressed={put !== undefined}
                onClick={() => (put ? untick(entry) : noting.tick(id))}
              >
                <span className="tick-box" aria-hidden="true">
                  {put && <Icon name="check" />}
                </span>
                <span className="grow">
                  {text}
                  {isExtra(notes, entry) && <span className="tag">{t("guide.extra")}</span>}
                </span>
                {put && <span className="num q">{words.time(put.at)}</span>}
              </button>
              {put && put.ms !== null ? (
                <p className="small q2 asked-for">{t("guide.lasted", { time: positionText(put.ms) })}</p>
              ) : (
                isCurrent &&
                since !== null &&
                ended?.is !== "ended" && (
                  <p className="small q2 asked-for">
                    <Since at={since} now={noting.now} />
                  </p>
                )
              )}
              {isOpen(entry) && prompts.length > 0 && (
                <ul className="live-prompts" aria-label={t("guide.prompts", { text })}>
                  {prompts.map((prompt) => (
                    <li key={prompt.id}>{prompt.text}</li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
      {notes.guide.length === 0 && <p className="q2">{t("guide.none")}</p>}
      <AddLine
        big
        label={t("guide.addExtra")}
        act={t("guide.addExtraAct")}
        // One that came on the day: it is put as it is written down.
        add={(text) => noting.askExtra(text, (notes.guide.at(-1)?.order ?? 0) + 1)}
      />
      {notes.guide.length > 0 && (
        <span className="wide-only">
          <Button onClick={() => print()}>{t("fromGuide.print")}</Button>
        </span>
      )}
    </section>
  )

  /** Two who animate may both have ticked it. By a second touch that was not meant no moment is lost. */
  function untick({ id, text }: GuideEntry) {
    const gone = notes.ticks.filter(({ question }) => question === id)
    for (const tick of gone) removeEntry(noting.doc, "ticks", tick.id)
    const putBack = () => {
      for (const tick of gone) putEntry(noting.doc, "ticks", tick)
    }
    say({ text: t("guide.unticked", { text }), action: { label: t("mark.back"), run: putBack } })
  }
}
