"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type { Span } from "../../../../../../../core/model"
import { findPlaces, type Search } from "../../../../../../../core/ydoc/replacing"
import { paintWords, type ShownTurn } from "../../../../../../_editor/paintWords"
import { selectedPlace, textShown } from "../../../../../../_editor/searching"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"

export interface Found {
  readonly text: string
  readonly places: readonly Span[]
  /** Which of them is selected; -1 where none is. */
  readonly current: number
}

/** Where some words stand in what is shown, at every moment: they are looked for again whenever anybody has written. */
export function useFinding(editor: TranscriptEditor, search: Search): Found {
  const look = useCallback((): Found => {
    const text = textShown(editor)
    const places = findPlaces(text, search)
    return { text, places, current: selectedPlace(editor, places) }
  }, [editor, search])
  const [found, setFound] = useState(look)
  useEffect(() => {
    let frame = 0
    const lookNow = () => {
      frame = 0
      setFound(look())
    }
    lookNow()
    const forget = editor.onTransaction(() => {
      frame ||= requestAnimationFrame(lookNow)
    })
    return () => {
      forget()
      cancelAnimationFrame(frame)
    }
  }, [editor, look])
  usePaint(editor, found)
  return found
}

/** Paints what is found, and the one that is selected besides: without the focus no selection is drawn. */
function usePaint(editor: TranscriptEditor, { places, current }: Found): void {
  const painter = useRef<ReturnType<typeof paintWords> | null>(null)
  useEffect(() => {
    const made = paintWords(editor.view, (heard) => editor.onTransaction(heard))
    painter.current = made
    return () => {
      painter.current = null
      made.destroy()
    }
  }, [editor])
  useEffect(() => {
    const within = (some: readonly Span[]) => (turn: ShownTurn) =>
      some
        .filter((place) => place.from >= turn.from && place.to <= turn.from + turn.words.length)
        .map((place) => ({ from: place.from - turn.from, to: place.to - turn.from }))
    painter.current?.set("found", within(places))
    painter.current?.set("chosen", within(places[current] ? [places[current]] : []))
  }, [places, current])
}
