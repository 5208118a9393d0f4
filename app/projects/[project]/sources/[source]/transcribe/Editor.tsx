"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef } from "react"
import type * as Y from "yjs"
import type { Abbreviation } from "../../../../../../core/writingAids"
import type { KeptWordTimes } from "../../../../../../core/ydoc/wordTimes"
import type { Hearing } from "../../../../../_editor/hearing"
import { openTranscriptEditor, type TranscriptEditor } from "../../../../../_editor/transcriptEditor"

interface Props {
  readonly doc: Y.Doc
  /** The recording, once it is there. */
  readonly element: HTMLAudioElement | null
  readonly wordTimes: KeptWordTimes | null
  readonly speakerOf: (digit: number) => string | null
  readonly abbreviations: readonly Abbreviation[]
  readonly setEditor: (editor: TranscriptEditor | null) => void
  /** What is shown until the words are there. */
  readonly children: ReactNode
}

/** The words themselves. What is around them may change without their being opened anew. */
export function Editor(props: Props) {
  const { doc, element, wordTimes, speakerOf, abbreviations, setEditor, children } = props
  const t = useTranslations("transcribe")
  const place = useRef<HTMLDivElement>(null)
  const around = useRef({ element, wordTimes, speakerOf, abbreviations, t })
  around.current = { element, wordTimes, speakerOf, abbreviations, t }
  const hears = element !== null
  useEffect(() => {
    if (!place.current) return
    const play = (ms: number) => {
      const { element } = around.current
      if (!element) return
      element.currentTime = ms / 1000
      void element.play().catch(() => {})
    }
    const editor = openTranscriptEditor(place.current, doc, {
      label: around.current.t("text"),
      speakerOf: (digit) => around.current.speakerOf(digit),
      positionMs: () => (around.current.element ? around.current.element.currentTime * 1000 : null),
      abbreviations: () => around.current.abbreviations,
      heard: () => hearingOf(around.current.element),
      sayAbout: (position) => around.current.t("about", { position }),
      play: hears ? play : null,
      wordTimes: around.current.wordTimes,
    })
    setEditor(editor)
    return () => {
      setEditor(null)
      editor.destroy()
    }
  }, [doc, hears, setEditor])
  return (
    <>
      <div className="sheet alone" ref={place} />
      {children}
    </>
  )
}

/** Null until it was played: where it stands says nothing then. */
function hearingOf(element: HTMLAudioElement | null): Hearing | null {
  if (!element || element.played.length === 0) return null
  return { ms: element.currentTime * 1000, playing: !element.paused }
}
