"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, type ReactNode, useState } from "react"
import type * as Y from "yjs"
import { isExtra } from "../../../../../../core/eventGuide"
import { type AtTable, type FieldNotes, isLetter, parts, presences } from "../../../../../../core/fieldNotes"
import { changeEntry, putEntry, removeEntry } from "../../../../../../core/ydoc/fieldNotes"
import { newId } from "../../../../../_sync/newId"
import { Button } from "../../../../../_ui/Button"
import { Select, TextField } from "../../../../../_ui/Field"
import { IconButton } from "../../../../../_ui/IconButton"
import { AboutEvent } from "./AboutEvent"
import { EventGuide } from "./EventGuide"
import { FirstNameFields } from "./FirstNameFields"
import { FromTable } from "./FromTable"
import type { LiveAbout } from "./keptLive"
import { Lines } from "./Lines"
import type { Sheet } from "./PrintedEvent"
import { SeatingPlan } from "./SeatingPlan"
import type { FirstNamesHere } from "./useFirstNames"

interface Props {
  readonly about: LiveAbout
  readonly notes: FieldNotes
  readonly firstNames: FirstNamesHere
  readonly doc: Y.Doc
  readonly printSheet: (sheet: Sheet) => void
}

/** Before the event, or as somebody comes late: who is at the table, what will be asked, which signs are noted. */
export function Prepare({ about, notes, firstNames, doc, printSheet }: Props) {
  const t = useTranslations("notes.paper")
  const isTaken = notes.event.guide !== null
  return (
    <div className="live-prepare">
      <div className="stack loose">
        <AboutEvent event={notes.event} doc={doc} />
        <People people={notes.people} doc={doc}>
          {/* Who makes the transcript may read the table; an observer is not to ask for it. */}
          {about.closing && (
            <FromTable project={about.project} source={about.source} notes={notes} doc={doc} />
          )}
        </People>
        <SeatingPlan people={notes.people} names={firstNames.names} doc={doc} />
        <FirstNameFields people={notes.people} firstNames={firstNames} />
      </div>
      <div className="stack loose">
        <EventGuide {...{ about, notes, doc }} printGuide={() => printSheet("guide")} />
        <Lines
          name="guide"
          isBeside={isTaken}
          lines={isTaken ? notes.guide.filter((entry) => isExtra(notes, entry)) : notes.guide}
          last={notes.guide.at(-1)?.order ?? 0}
          doc={doc}
        />
      </div>
      <div className="stack loose">
        <Lines name="signs" lines={notes.signs} last={notes.signs.at(-1)?.order ?? 0} doc={doc} />
        <section className="stack" aria-label={t("label")}>
          <div>
            <h2>{t("label")}</h2>
            <p className="small q2 prose">{t("lead")}</p>
          </div>
          <span>
            <Button onClick={() => printSheet("observation")}>{t("print")}</Button>
          </span>
        </section>
      </div>
    </div>
  )
}

// N begins a note on a keyboard.
const letters = [..."ABCDEFGHIJKLMOPQRSTUVWXYZ"]

interface PeopleProps {
  readonly people: readonly AtTable[]
  readonly doc: Y.Doc
  /** Where they may come from. */
  readonly children: ReactNode
}

function People({ people, doc, children }: PeopleProps) {
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
      {children}
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
