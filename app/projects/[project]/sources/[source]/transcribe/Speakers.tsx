"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, memo, type ReactNode, useState } from "react"
import type * as Y from "yjs"
import type { Speaker } from "../../../../../../core/model"
import { addSpeaker, labelFrom, markInterviewer, renameSpeaker } from "../../../../../../core/ydoc/speakers"
import { newId } from "../../../../../_sync/newId"
import { Button } from "../../../../../_ui/Button"
import { Checkbox } from "../../../../../_ui/Choice"
import { Kbd } from "../../../../../_ui/Kbd"

interface Props {
  readonly doc: Y.Doc
  readonly speakers: readonly Speaker[]
  /** Gives the turn with the cursor to a speaker; null until there is one. */
  readonly give: ((speaker: string) => void) | null
  readonly children: ReactNode
}

/** Who speaks: a digit each, and a name that is corrected everywhere at once. */
export function Speakers({ doc, speakers, give, children }: Props) {
  const t = useTranslations("transcribe.speakers")
  const add = () =>
    addSpeaker(doc, {
      id: newId(),
      label: t("fresh", { number: speakers.length + 1 }),
      interviewer: false,
    })
  return (
    <aside className="side right" aria-label={t("title")}>
      <header>
        <h2 className="grow">{t("title")}</h2>
        <Button kind="bare" icon="plus" onClick={add}>
          {t("add")}
        </Button>
      </header>
      <div className="body">
        <ol className="speakers">
          {speakers.map((speaker, index) => (
            <SpeakerLine key={speaker.id} doc={doc} speaker={speaker} digit={index + 1} give={give} />
          ))}
        </ol>
        {children}
      </div>
    </aside>
  )
}

interface LineProps {
  readonly doc: Y.Doc
  readonly speaker: Speaker
  readonly digit: number
  readonly give: ((speaker: string) => void) | null
}

const SpeakerLine = memo(function SpeakerLine({ doc, speaker, digit, give }: LineProps) {
  const t = useTranslations("transcribe.speakers")
  const { id, label, interviewer } = speaker
  const [draft, setDraft] = useState<string | null>(null)
  const save = () => {
    if (draft !== null && labelFrom(draft) !== label) renameSpeaker(doc, id, draft)
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") event.currentTarget.blur()
    if (event.key !== "Escape") return
    event.stopPropagation()
    setDraft(null)
  }
  return (
    <li>
      <button
        type="button"
        className="give"
        // The cursor stays in the words.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => give?.(id)}
        aria-label={t("give", { name: label })}
        title={t("give", { name: label })}
      >
        <Kbd>{digit < 10 ? digit : "·"}</Kbd>
      </button>
      <input
        className="name"
        aria-label={t("name", { name: label })}
        value={draft ?? label}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
        spellCheck={false}
        maxLength={60}
      />
      <Checkbox
        label={t("asks")}
        checked={interviewer}
        onChange={(event) => markInterviewer(doc, id, event.target.checked)}
      />
    </li>
  )
})
