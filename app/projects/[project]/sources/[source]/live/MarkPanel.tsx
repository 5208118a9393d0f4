"use client"

import { useTranslations } from "next-intl"
import type { FieldNotes, Mark } from "../../../../../../core/fieldNotes"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { Button } from "../../../../../_ui/Button"
import { TextField } from "../../../../../_ui/Field"
import { type Noting, toggled } from "./noting"

interface Props {
  readonly mark: Mark
  readonly notes: FieldNotes
  readonly noting: Noting
  /** All of it is mended; else whom it is about is said. */
  readonly whole: boolean
  /** False where it stands for several, of which each has its own text. */
  readonly isOne?: boolean
  readonly close: () => void
  readonly remove: () => void
}

/** Of whom a mark is, and, where it is mended, what it says. When it was stays as it is. */
export function MarkPanel({ mark, notes, noting, whole, isOne = true, close, remove }: Props) {
  const t = useTranslations("notes")
  const words = useMarkWords(notes)
  const people = notes.people.filter(({ presence }) => presence !== "absent")
  const isOf = (letter: string) => mark.who !== "all" && mark.who.includes(letter)
  const meet = (letter: string) =>
    noting.change(mark.id, { who: mark.kind === "speaks" ? [letter] : toggled(mark.who, letter) })
  return (
    <section className="live-panel" aria-label={t(whole ? "mark.mending" : "mark.whose")}>
      <p className="row">
        <span className="grow clip" role="status">
          <span className="num q">{words.time(mark.at)}</span>{" "}
          {whole ? words.of(mark) : t("mark.who", { sign: words.of(mark) })}
        </span>
        <Button kind="primary" onClick={close}>
          {t("mark.done")}
        </Button>
      </p>
      {mark.kind !== "clap" && mark.kind !== "word" && (
        <div className="live-letters">
          {people.map(({ id, letter }) => (
            <button
              key={id}
              type="button"
              className="live-key letter"
              aria-pressed={isOf(letter)}
              aria-label={t("who.of", { letter })}
              onClick={() => meet(letter)}
            >
              {letter}
            </button>
          ))}
          {mark.kind !== "speaks" && (
            <button
              type="button"
              className="live-key"
              aria-pressed={mark.who === "all"}
              onClick={() => noting.change(mark.id, { who: mark.who === "all" ? [] : "all" })}
            >
              {t("who.all")}
            </button>
          )}
        </div>
      )}
      {whole && mark.kind === "sign" && (
        <div className="live-signs">
          {notes.signs.map(({ id, text }) => (
            <button
              key={id}
              type="button"
              className="live-key"
              aria-pressed={mark.sign === text}
              onClick={() => noting.change(mark.id, { sign: text })}
            >
              {text}
            </button>
          ))}
        </div>
      )}
      {whole && (
        <div className="row wrap">
          <span className="grow">
            {mark.kind !== "clap" && isOne && (
              <TextField
                big
                hideLabel
                label={t("mark.text")}
                placeholder={t("mark.text")}
                maxLength={2000}
                value={mark.text}
                onChange={(event) => noting.change(mark.id, { text: event.currentTarget.value })}
              />
            )}
          </span>
          <Button kind="danger" size="big" onClick={remove}>
            {t("mark.remove")}
          </Button>
        </div>
      )}
    </section>
  )
}
