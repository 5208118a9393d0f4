"use client"

import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { type FieldNotes, mergeAlike } from "../../../../../../core/fieldNotes"
import type { FirstNames } from "../../../../../_device/firstNames"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { Button } from "../../../../../_ui/Button"
import { Segmented } from "../../../../../_ui/Choice"
import { classes } from "../../../../../_ui/classes"
import { useToast } from "../../../../../_ui/Toasts"
import { MarkPanel } from "./MarkPanel"
import { NoteField, type NoteFieldActs } from "./NoteField"
import { lastOwn, type Noting, toggled } from "./noting"
import { namedLetter } from "./useFirstNames"
import { useLiveKeys } from "./useLiveKeys"

interface Props {
  readonly notes: FieldNotes
  readonly noting: Noting
  /** As they are called on the day, on this device. */
  readonly names: FirstNames
}

/** A mark that is still being said: of whom a sign is, or all of it where it is mended. */
interface Held {
  readonly id: string
  readonly how: "who" | "mend"
}

const SHOWN = 30

/** Thumbs on a phone, keys on a laptop: who speaks, signs without words, notes. */
export function Observer({ notes, noting, names }: Props) {
  const t = useTranslations("notes")
  const say = useToast()
  const words = useMarkWords(notes)
  const field = useRef<NoteFieldActs>(null)
  const [kind, setKind] = useState<"note" | "word">("note")
  const [held, setHeld] = useState<Held | null>(null)
  const people = notes.people.filter(({ presence, part }) => presence !== "absent" && part !== "observer")
  const holding = held && (notes.marks.find(({ id }) => id === held.id) ?? null)
  const last = lastOwn(notes.marks, noting.me)
  const speaker = notes.marks.findLast(({ kind }) => kind === "speaks") ?? null
  /** What is typed next belongs to who speaks, as long as nothing else was marked since. */
  const spoken = last?.kind === "speaks" && last.text === "" ? last : null

  function speaks(letter: string) {
    setHeld(null)
    field.current?.done()
    noting.mark("speaks", { who: [letter] })
  }
  function sign(name: string) {
    setHeld({ id: noting.mark("sign", { sign: name }), how: "who" })
  }
  function remove(id: string) {
    const gone = notes.marks.find((one) => one.id === id)
    setHeld(null)
    noting.remove(id)
    if (gone)
      say({ text: t("mark.removed"), action: { label: t("mark.back"), run: () => noting.putBack(gone) } })
  }
  useLiveKeys({
    letter(letter) {
      const known = people.find((one) => one.letter.toUpperCase() === letter)?.letter
      if (known === undefined) return false
      if (holding) noting.change(holding.id, { who: whoNext(holding, known) })
      else speaks(known)
      return true
    },
    digit(number) {
      if (number === 0) {
        if (!holding) return false
        noting.change(holding.id, { who: "all" })
        setHeld(null)
        return true
      }
      const named = notes.signs[number - 1]
      if (!named) return false
      sign(named.text)
      return true
    },
    note: () => field.current?.focus("note"),
    words: () => (held ? setHeld(null) : field.current?.focus(spoken ? "words" : "note")),
    mend() {
      if (holding && held?.how === "mend") remove(holding.id)
      else if (last) setHeld({ id: last.id, how: "mend" })
    },
    undo: () => last && remove(last.id),
    leave: () => setHeld(null),
  })
  return (
    <div className="live-observe">
      <section aria-label={t("who.label")} className="live-letters">
        {people.map(({ id, letter, part }) => (
          <button
            key={id}
            type="button"
            className={classes("live-key letter", part === "animator" && "animator")}
            aria-current={speaker?.who !== "all" && speaker?.who.includes(letter) ? "true" : undefined}
            aria-label={t("who.speaks", { letter: namedLetter(letter, names) })}
            onClick={() => speaks(letter)}
          >
            {letter}
            {names[letter] && <span className="first-name">{names[letter]}</span>}
          </button>
        ))}
        {people.length === 0 && <p className="q2">{t("who.none")}</p>}
      </section>
      {held && holding ? (
        <MarkPanel
          mark={holding}
          notes={notes}
          noting={noting}
          whole={held.how === "mend"}
          close={() => setHeld(null)}
          remove={() => remove(holding.id)}
        />
      ) : (
        <section aria-label={t("signs.label")} className="live-signs">
          {notes.signs.map(({ id, text }, place) => (
            <button key={id} type="button" className="live-key" onClick={() => sign(text)}>
              {place < 9 && <kbd>{place + 1}</kbd>}
              {text}
            </button>
          ))}
          {notes.signs.length === 0 && <p className="q2">{t("signs.none")}</p>}
        </section>
      )}
      <section aria-label={t("field.label")} className="live-field">
        <div className="row wrap">
          <Segmented
            label={t("field.kind")}
            value={kind}
            onChange={setKind}
            options={[
              { value: "note", label: t("field.note") },
              { value: "word", label: t("field.word") },
            ]}
          />
          <span className="grow" />
          <Button
            disabled={!last || held !== null}
            title={last ? words.of(last) : undefined}
            onClick={() => last && setHeld({ id: last.id, how: "mend" })}
          >
            {t("mark.mend")}
          </Button>
          <Button onClick={() => noting.mark("clap")}>{t("clap.act")}</Button>
        </div>
        <NoteField ref={field} kind={kind} spoken={kind === "note" ? spoken : null} noting={noting} />
        <p className="small q wide-only">{t("keys")}</p>
      </section>
      <section aria-label={t("last.label")} className="live-last">
        <ol className="live-recent" aria-label={t("recent")}>
          {mergeAlike(notes.marks)
            .slice(-SHOWN)
            .reverse()
            .map((all) => (
              <li key={all[0].id}>
                <span className="num q">{words.time(all[0].at)}</span> {words.ofAll(all)}
                {all.length > 1 && <span className="q"> {t("mark.times", { count: all.length })}</span>}
              </li>
            ))}
        </ol>
      </section>
    </div>
  )

  function whoNext(mark: NonNullable<typeof holding>, letter: string) {
    return mark.kind === "speaks" ? [letter] : toggled(mark.who, letter)
  }
}
