"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import type * as Y from "yjs"
import {
  type AtTable,
  type FieldNotes,
  isLetter,
  type Listed,
  parts,
  presences,
} from "../../../../../../core/fieldNotes"
import { changeEntry, putEntry, removeEntry } from "../../../../../../core/ydoc/fieldNotes"
import { newId } from "../../../../../_sync/newId"
import { Button } from "../../../../../_ui/Button"
import { Select, TextArea, TextField } from "../../../../../_ui/Field"
import { IconButton } from "../../../../../_ui/IconButton"

interface Props {
  readonly notes: FieldNotes
  readonly doc: Y.Doc
}

/** Before the event, or as somebody comes late: who is at the table, what will be asked, which signs are noted. */
export function Prepare({ notes, doc }: Props) {
  return (
    <div className="live-prepare">
      <People people={notes.people} doc={doc} />
      <Lines name="guide" lines={notes.guide} doc={doc} />
      <Lines name="signs" lines={notes.signs} doc={doc} />
    </div>
  )
}

// N begins a note on a keyboard.
const letters = [..."ABCDEFGHIJKLMOPQRSTUVWXYZ"]

function People({ people, doc }: { readonly people: readonly AtTable[]; readonly doc: Y.Doc }) {
  const t = useTranslations("notes.people")
  const [typed, setTyped] = useState("")
  const [wrong, setWrong] = useState<string | null>(null)
  const free = letters.find((letter) => people.every((one) => one.letter !== letter)) ?? ""
  function add(event: FormEvent) {
    event.preventDefault()
    const letter = typed.trim().toUpperCase() || free
    if (!isLetter(letter)) return setWrong(t("noLetter"))
    if (people.some((one) => one.letter === letter)) return setWrong(t("taken", { letter }))
    const order = (people.at(-1)?.order ?? 0) + 1
    putEntry(doc, "people", { id: newId(), letter, order, part: "participant", presence: "present" })
    setTyped("")
    setWrong(null)
  }
  return (
    <section className="stack" aria-label={t("label")}>
      <div>
        <h2>{t("label")}</h2>
        <p className="small q2 prose">{t("lead")}</p>
      </div>
      <ul className="live-people">
        {people.map((one) => (
          <li key={one.id}>
            <span className="letter-of strong">{one.letter}</span>
            <OneOf
              label={t("part", { letter: one.letter })}
              all={parts}
              value={one.part}
              nameOf={(part) => t(`parts.${part}`)}
              choose={(part) => changeEntry(doc, "people", one.id, { part })}
            />
            <OneOf
              label={t("presence", { letter: one.letter })}
              all={presences}
              value={one.presence}
              nameOf={(presence) => t(`presences.${presence}`)}
              choose={(presence) => changeEntry(doc, "people", one.id, { presence })}
            />
            <IconButton
              icon="trash"
              label={t("remove", { letter: one.letter })}
              onClick={() => removeEntry(doc, "people", one.id)}
            />
          </li>
        ))}
      </ul>
      <form className="row top-aligned" onSubmit={add}>
        <span className="grow">
          <TextField
            label={t("add")}
            hideLabel
            placeholder={t("add")}
            maxLength={5}
            autoComplete="off"
            error={wrong ?? undefined}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </span>
        <Button type="submit" icon="plus" disabled={typed.trim() === "" && free === ""}>
          {t("addAct", { letter: typed.trim().toUpperCase() || free })}
        </Button>
      </form>
    </section>
  )
}

interface OneOfProps<Value extends string> {
  readonly label: string
  readonly all: readonly Value[]
  readonly value: Value
  readonly nameOf: (value: Value) => string
  readonly choose: (value: Value) => void
}

function OneOf<Value extends string>({ label, all, value, nameOf, choose }: OneOfProps<Value>) {
  return (
    <Select
      label={label}
      hideLabel
      value={value}
      onChange={(event) => choose(event.currentTarget.value as Value)}
    >
      {all.map((each) => (
        <option key={each} value={each}>
          {nameOf(each)}
        </option>
      ))}
    </Select>
  )
}

interface LinesProps {
  readonly name: "guide" | "signs"
  readonly lines: readonly Listed[]
  readonly doc: Y.Doc
}

const usualSigns = ["laughs", "nods", "disagrees", "sighs", "silence", "crosstalk", "tension"] as const

/** A list with an order of its own. */
function Lines({ name, lines, doc }: LinesProps) {
  const t = useTranslations(`notes.lists.${name}`)
  const common = useTranslations("notes.lists")
  const [typed, setTyped] = useState("")
  const last = lines.at(-1)?.order ?? 0
  function add(event: FormEvent) {
    event.preventDefault()
    if (typed.trim() === "") return
    putEntry(doc, name, { id: newId(), order: last + 1, text: typed.trim() })
    setTyped("")
  }
  // Under ids of their own: two devices that are apart come to one list.
  const takeUsual = () =>
    usualSigns.forEach((sign, place) => {
      putEntry(doc, name, { id: `usual-${sign}`, order: last + 1 + place, text: common(`usual.${sign}`) })
    })
  function moveUp(place: number) {
    const [above, line] = [lines[place - 1], lines[place]]
    if (!above || !line) return
    doc.transact(() => {
      changeEntry(doc, name, line.id, { order: above.order })
      changeEntry(doc, name, above.id, { order: line.order })
    })
  }
  return (
    <section className="stack" aria-label={t("label")}>
      <div>
        <h2>{t("label")}</h2>
        <p className="small q2 prose">{t("lead")}</p>
      </div>
      <ol className="live-lines">
        {lines.map(({ id, text }, place) => (
          <li key={id}>
            <span className="num q">{place + 1}</span>
            <span className="grow">
              <TextArea
                key={text}
                label={common("line", { number: place + 1 })}
                hideLabel
                rows={1}
                maxLength={300}
                defaultValue={text}
                onBlur={(event) => {
                  const next = event.currentTarget.value.trim().replace(/\s+/g, " ")
                  if (next !== "" && next !== text) changeEntry(doc, name, id, { text: next })
                }}
              />
            </span>
            <IconButton
              icon="arrowUp"
              label={common("up", { text })}
              disabled={place === 0}
              onClick={() => moveUp(place)}
            />
            <IconButton
              icon="trash"
              label={common("remove", { text })}
              onClick={() => removeEntry(doc, name, id)}
            />
          </li>
        ))}
      </ol>
      <form className="row" onSubmit={add}>
        <span className="grow">
          <TextField
            label={t("add")}
            hideLabel
            placeholder={t("add")}
            maxLength={300}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </span>
        <Button type="submit" icon="plus" disabled={typed.trim() === ""}>
          {common("addAct")}
        </Button>
      </form>
      {name === "signs" && lines.length === 0 && (
        <span>
          <Button onClick={takeUsual}>{common("takeUsual")}</Button>
        </span>
      )}
    </section>
  )
}
