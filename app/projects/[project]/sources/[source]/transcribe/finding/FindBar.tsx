"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react"
import {
  replaceAsOne,
  replaceSelected,
  selectedWords,
  selectPlace,
} from "../../../../../../_editor/searching"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"
import { Button } from "../../../../../../_ui/Button"
import { Checkbox } from "../../../../../../_ui/Choice"
import { TextField } from "../../../../../../_ui/Field"
import { IconButton } from "../../../../../../_ui/IconButton"
import { Preview } from "./Preview"
import { useFinding } from "./useFinding"
import "./finding.css"

interface Props {
  readonly editor: TranscriptEditor
  /** Grows each time the key was pressed; with `replaces`, one of them also puts other words there. */
  readonly asked: number
  readonly replaces: boolean
  readonly onClose: () => void
}

/** Words looked for over the whole transcript, and others put in their place. */
export function FindBar({ editor, asked, replaces, onClose }: Props) {
  const t = useTranslations("transcribe.finding")
  const [words, setWords] = useState(() => selectedWords(editor))
  const [by, setBy] = useState("")
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWords, setWholeWords] = useState(false)
  const [preview, setPreview] = useState(false)
  const [done, setDone] = useState<number | null>(null)
  const search = useMemo(() => ({ words, matchCase, wholeWords }), [words, matchCase, wholeWords])
  const { text, places, current } = useFinding(editor, search)
  const field = useFocusWhenAsked(editor, asked, setWords)

  // While one is still writing, the first from the cursor on is shown.
  const look = (change: Partial<typeof search>) => selectPlace(editor, { ...search, ...change }, "here")
  const leave = () => {
    onClose()
    editor.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return
    event.preventDefault()
    if (preview) setPreview(false)
    else leave()
  }
  const replaceOne = () => replaceSelected(editor, search, by)
  const replaceAll = (some: typeof places) => {
    replaceAsOne(editor, some, by)
    setDone(some.length)
    setPreview(false)
    field.current?.focus()
  }
  return (
    <search className="find-bar" aria-label={t("title")} data-keeps-escape onKeyDown={onKeyDown}>
      <div className="line">
        <TextField
          ref={field}
          icon="search"
          label={t("words")}
          hideLabel
          placeholder={t("words")}
          value={words}
          spellCheck={false}
          onChange={({ target }) => {
            setWords(target.value)
            setDone(null)
            look({ words: target.value })
          }}
          onKeyDown={onEnter((shift) => selectPlace(editor, search, shift ? "before" : "next"))}
          end={
            <output className="small q2">
              {words !== "" && t("count", { at: current + 1, count: places.length })}
            </output>
          }
        />
        <IconButton
          icon="arrowUp"
          label={t("before")}
          onClick={() => selectPlace(editor, search, "before")}
        />
        <IconButton icon="arrowDown" label={t("next")} onClick={() => selectPlace(editor, search, "next")} />
        <Checkbox
          label={t("matchCase")}
          checked={matchCase}
          onChange={({ target }) => setMatchCase(target.checked)}
        />
        <Checkbox
          label={t("wholeWords")}
          checked={wholeWords}
          onChange={({ target }) => setWholeWords(target.checked)}
        />
        <span className="grow" />
        <IconButton icon="close" label={t("close")} onClick={leave} />
      </div>
      {replaces && (
        <div className="line">
          <TextField
            icon="edit"
            label={t("by")}
            hideLabel
            placeholder={t("by")}
            value={by}
            onChange={({ target }) => setBy(target.value)}
            onKeyDown={onEnter(replaceOne)}
          />
          <Button onClick={replaceOne} aria-disabled={places.length === 0}>
            {t("replace")}
          </Button>
          <Button
            onClick={() => places.length > 0 && setPreview(!preview)}
            aria-disabled={places.length === 0}
            aria-expanded={preview}
          >
            {t("replaceAll")}
          </Button>
          <output className="small q2">{done !== null && t("done", { count: done })}</output>
        </div>
      )}
      {replaces && preview && <Preview {...{ editor, text, places, search, by }} onReplace={replaceAll} />}
    </search>
  )
}

/** Takes the focus, and the words that are selected, each time the key is pressed. */
function useFocusWhenAsked(editor: TranscriptEditor, asked: number, setWords: (words: string) => void) {
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the press that counts.
  useEffect(() => {
    const selected = editor.view.hasFocus() ? selectedWords(editor) : ""
    if (selected !== "") setWords(selected)
    field.current?.focus()
    field.current?.select()
  }, [asked])
  return field
}

function onEnter(act: (shift: boolean) => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return
    event.preventDefault()
    act(event.shiftKey)
  }
}
