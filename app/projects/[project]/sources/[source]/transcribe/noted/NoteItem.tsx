"use client"

import { useTranslations } from "next-intl"
import type { FieldNotes } from "../../../../../../../core/fieldNotes"
import { NoteLine } from "../../../../../../_fieldNotes/NoteLine"
import { keysOf } from "../../../../../../_keys/chords"
import { classes } from "../../../../../../_ui/classes"
import { Icon } from "../../../../../../_ui/Icon"
import { IconButton } from "../../../../../../_ui/IconButton"
import { Keys } from "../../../../../../_ui/Keys"
import type { PutNote, Putting } from "./usePutting"

interface Props {
  readonly each: PutNote
  readonly notes: FieldNotes
  readonly play: ((ms: number) => void) | undefined
  readonly putting: Putting
  readonly estimated: boolean
  /** The key that puts in what is next; null where it has none. */
  readonly chord: string | null
  /** Told when one looks at it, and when no more. */
  readonly look: (isLooked: boolean) => void
}

/** A note in its line, and its way into the words; shown as done once it is there. */
export function NoteItem({ each, notes, play, putting, estimated, chord, look }: Props) {
  const t = useTranslations("notes.beside")
  const { note, remark, isPut } = each
  const isNext = putting.next?.note.marks[0].id === note.marks[0].id
  return (
    <li
      className={classes(isPut && "put", isNext && "next")}
      onPointerEnter={() => look(true)}
      onPointerLeave={() => look(false)}
      onFocus={() => look(true)}
      onBlur={() => look(false)}
    >
      <NoteLine {...{ note, notes, play, estimated }}>
        {isNext && chord !== null && (
          <span className="note-key" aria-hidden="true">
            <Keys keys={keysOf(chord)} />
          </span>
        )}
        {isPut ? (
          <span className="note-done">
            <Icon name="check" />
            <span className="vh">{t("isPut")}</span>
          </span>
        ) : (
          remark !== null &&
          each.turn !== null && (
            <IconButton
              icon="arrowLeft"
              side="top"
              label={t("put", { remark })}
              // The cursor stays in the words.
              onMouseDown={(event) => event.preventDefault()}
              onClick={({ currentTarget, detail }) => {
                // What was pressed by a key goes: one stays at this note.
                if (detail === 0) focusBefore(currentTarget)
                putting.put(each)
              }}
            />
          )
        )}
      </NoteLine>
    </li>
  )
}

function focusBefore(button: HTMLElement): void {
  const first = button.closest("li")?.querySelector<HTMLElement>("button")
  if (first !== button) first?.focus()
}
