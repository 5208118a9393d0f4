"use client"

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { Span } from "../../core/model"
import { textSpan, type Word, wordSpan } from "../../core/text"
import { moveWord } from "./moveWord"
import { edgesOf, offsetAtPoint, spanOfRange, type TextOnPage } from "./textOnPage"
import { type Keeping, rangeOf, useKeptWords } from "./useKeptWords"

export interface SelectedWords {
  /** Whole words, as a stretch of text; null when nothing is selected. */
  readonly span: Span | null
  readonly count: number
  /** How the words were chosen last: a mouse wants to act beside them, a finger from the dock, keys from the keys. */
  readonly by: "mouse" | "touch" | "keys"
  select(span: Span | null): void
  /** For the element that holds the turns. */
  onKeyDown(event: KeyboardEvent): void
}

interface On {
  /** A press on words that selects nothing. */
  readonly pressed: (offset: number) => void
  readonly selected: (by: SelectedWords["by"]) => void
}

/**
 * The words chosen by mouse, finger or keys, always whole ones. Keys go on from the words chosen last while these are
 * on the screen, and from its first words otherwise.
 */
export function useSelectedWords(
  text: TextOnPage | null,
  words: readonly Word[],
  scroller: RefObject<HTMLElement | null>,
  on: On,
  keeping: Keeping | null = null,
): SelectedWords {
  const [selection, setSelection] = useKeptWords(words, keeping)
  const [by, setBy] = useState<SelectedWords["by"]>("mouse")
  const heard = useRef(on)
  heard.current = on
  const last = useRef<number | null>(null)
  if (selection) last.current = selection.focus

  const take = useCallback(
    (span: Span, how: SelectedWords["by"]) => {
      const covered = wordSpan(words, span)
      if (!covered) return
      setSelection({ anchor: covered.from, focus: covered.to - 1 })
      setBy(how)
      heard.current.selected(how)
    },
    [words, setSelection],
  )
  usePointerSelection(text, scroller, take, heard, (offset) => {
    setSelection(null)
    if (offset !== null) last.current = words.findIndex((word) => word.to > offset)
  })

  const span = useMemo(() => (selection ? textSpan(words, rangeOf(selection)) : null), [words, selection])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!text || event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey)
      return
    const start = selection ?? {
      anchor: -1,
      focus: wordToGoOnFrom(text, words, last.current, scroller.current),
    }
    const next = moveWord(start, event.key, event.shiftKey && selection !== null, words, text.turns)
    if (!next) return
    event.preventDefault()
    setSelection(next)
    setBy("keys")
    reveal(text, words[next.focus]!, scroller.current)
  }

  return {
    span,
    count: selection ? rangeOf(selection).to - rangeOf(selection).from : 0,
    by,
    select: useCallback(
      (span) => {
        const covered = span && wordSpan(words, span)
        setSelection(covered ? { anchor: covered.from, focus: covered.to - 1 } : null)
      },
      [words, setSelection],
    ),
    onKeyDown,
  }
}

/** Takes what the browser has selected when the hand lets go; with a finger, when the handles rest. */
function usePointerSelection(
  text: TextOnPage | null,
  scroller: RefObject<HTMLElement | null>,
  take: (span: Span, by: "mouse" | "touch") => void,
  heard: RefObject<On>,
  clear: (offset: number | null) => void,
): void {
  const cleared = useRef(clear)
  cleared.current = clear
  useEffect(() => {
    const page = scroller.current
    if (!text || !page) return
    let finger = false
    let rest: ReturnType<typeof setTimeout> | undefined
    const selected = (): Span | null => {
      const native = document.getSelection()
      if (!native || native.isCollapsed || native.rangeCount === 0) return null
      return spanOfRange(text, native.getRangeAt(0))
    }
    const onDown = (event: PointerEvent) => {
      finger = event.pointerType === "touch"
    }
    const onUp = (event: PointerEvent) => {
      if (finger || !text.root.contains(event.target as Node) || isControl(event.target)) return
      // The browser settles its selection after the event.
      setTimeout(() => {
        const span = selected()
        if (span) return take(span, "mouse")
        const offset = offsetAtPoint(text, event.clientX, event.clientY)
        cleared.current(offset)
        if (offset !== null) heard.current.pressed(offset)
      })
    }
    const onClick = (event: MouseEvent) => {
      if (!finger || isControl(event.target) || selected()) return
      const offset = offsetAtPoint(text, event.clientX, event.clientY)
      cleared.current(offset)
      if (offset !== null) heard.current.pressed(offset)
    }
    const onSelection = () => {
      if (!finger) return
      clearTimeout(rest)
      rest = setTimeout(() => {
        const span = selected()
        if (span) take(span, "touch")
      }, 250)
    }
    page.addEventListener("pointerdown", onDown)
    page.addEventListener("pointerup", onUp)
    page.addEventListener("click", onClick)
    document.addEventListener("selectionchange", onSelection)
    return () => {
      clearTimeout(rest)
      page.removeEventListener("pointerdown", onDown)
      page.removeEventListener("pointerup", onUp)
      page.removeEventListener("click", onClick)
      document.removeEventListener("selectionchange", onSelection)
    }
  }, [text, scroller, take, heard])
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, input, textarea, [role=slider]") !== null
}

function wordToGoOnFrom(
  text: TextOnPage,
  words: readonly Span[],
  last: number | null,
  page: HTMLElement | null,
): number {
  const word = last === null ? undefined : words[last]
  const edges = word && edgesOf(text, word)
  const box = page?.getBoundingClientRect()
  const isShown = edges && box && edges.first.bottom > box.top && edges.last.top < box.bottom
  return last !== null && isShown ? last : firstWordShown(text, words, page) - 1
}

function firstWordShown(text: TextOnPage, words: readonly Span[], page: HTMLElement | null): number {
  const top = page?.getBoundingClientRect().top ?? 0
  const at = text.paragraphs.findIndex((paragraph) => paragraph.getBoundingClientRect().bottom > top + 8)
  const from = text.turns[Math.max(0, at)]?.from ?? 0
  return Math.max(
    0,
    words.findIndex((word) => word.from >= from),
  )
}

function reveal(text: TextOnPage, word: Span, page: HTMLElement | null): void {
  const edges = edgesOf(text, word)
  if (!edges || !page) return
  const box = page.getBoundingClientRect()
  if (edges.first.top < box.top + 40) page.scrollBy({ top: edges.first.top - box.top - 120 })
  if (edges.last.bottom > box.bottom - 40) page.scrollBy({ top: edges.last.bottom - box.bottom + 120 })
}
