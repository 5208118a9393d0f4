"use client"

import { useTranslations } from "next-intl"
import { type Ref, useImperativeHandle, useRef, useState } from "react"
import type { Mark } from "../../../../../../core/fieldNotes"
import { Button } from "../../../../../_ui/Button"
import { TextField } from "../../../../../_ui/Field"
import type { Noting } from "./noting"

export interface NoteFieldActs {
  readonly focus: (what: "note" | "words") => void
  /** What is written stands as it is; what comes next is something else. */
  readonly done: () => void
}

interface Props {
  readonly kind: "note" | "word"
  /** Whose words are typed, unless something else is begun. */
  readonly spoken: Mark | null
  readonly noting: Noting
  readonly ref: Ref<NoteFieldActs>
}

/** What is being written, once its first key has come; whose words, where they are somebody's. */
interface Written {
  readonly id: string
  readonly speaker: string | null
}

/** One line for all that is typed: a mark stands from its first key, and is written anew with every other. */
export function NoteField({ kind, spoken, noting, ref }: Props) {
  const t = useTranslations("notes")
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState("")
  const [writing, setWriting] = useState<Written | null>(null)
  const [free, setFree] = useState(false)
  const of = free ? null : spoken

  function type(next: string) {
    setText(next)
    if (kind === "word") return
    if (writing === null) {
      if (next !== "") setWriting(begin(next))
    } else if (next !== "" || writing.speaker !== null) noting.change(writing.id, { text: next })
    else {
      // Nothing is left of it: it was not meant.
      noting.remove(writing.id)
      setWriting(null)
    }
  }
  function begin(first: string): Written {
    if (!of) return { id: noting.mark("note", { text: first }), speaker: null }
    noting.change(of.id, { text: first })
    return { id: of.id, speaker: speakerOf(of) }
  }
  function done() {
    // Half a sentence would be read by whoever animates.
    if (kind === "word" && text.trim() !== "") noting.mark("word", { text: text.trim() })
    setText("")
    setWriting(null)
    setFree(false)
  }
  useImperativeHandle(ref, () => ({
    focus(what) {
      if (text === "") setFree(what === "note")
      input.current?.focus()
    },
    done() {
      if (kind === "note") done()
    },
  }))
  const speaker = kind === "word" ? null : writing ? writing.speaker : of && speakerOf(of)
  const label = speaker === null ? t(`field.${kind}Label`) : t("field.words", { letter: speaker })
  return (
    <form
      className="row live-note"
      onSubmit={(event) => {
        event.preventDefault()
        done()
        input.current?.blur()
      }}
    >
      <span className="grow">
        <TextField
          ref={input}
          big
          hideLabel
          label={label}
          placeholder={label}
          autoComplete="off"
          enterKeyHint="done"
          maxLength={2000}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return
            // What was not sent is not.
            if (kind === "word") setText("")
            else done()
            input.current?.blur()
          }}
        />
      </span>
      <Button type="submit" size="big" disabled={text === ""}>
        {t(kind === "word" ? "field.send" : "field.done")}
      </Button>
    </form>
  )
}

function speakerOf({ who }: Mark): string {
  return who === "all" ? "" : who.join(", ")
}
