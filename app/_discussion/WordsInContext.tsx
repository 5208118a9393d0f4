"use client"

import { useTranslations } from "next-intl"
import { useEffect, useMemo, useRef } from "react"
import type { PlacedTurn, Span, Speaker } from "../../core/model"
import { nonverbalOf } from "../_transcript/depths"
import { emphasisOf, stressSignsOf } from "../_transcript/emphasis"
import { Turn } from "../_transcript/Turn"
import { spanOfRange } from "../_transcript/textOnPage"
import { type Paint, usePainting } from "../_transcript/usePainting"
import { useTextOnPage } from "../_transcript/useTextOnPage"

export type Painted = Partial<Readonly<Record<Paint, readonly Span[]>>>

interface Props {
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
  readonly painted: Painted
  /** Called with the words chosen here, in characters of the transcript; null when none are. */
  readonly onSelect?: (span: Span | null) => void
}

const none: readonly Span[] = []

/** A few turns as they were said, with what was coded in them. */
export function WordsInContext({ turns, speakers, painted, onSelect }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const t = useTranslations("desk.transcript")
  const text = useTextOnPage(root, turns)
  const shown = useMemo(() => ({ from: turns[0]?.from ?? 0, to: turns.at(-1)?.to ?? 0 }), [turns])
  const nonverbal = useMemo(() => inText(turns, nonverbalOf), [turns])
  const stressed = useMemo(() => inText(turns, emphasisOf), [turns])
  const signs = useMemo(() => inText(turns, stressSignsOf), [turns])
  usePainting(text, shown, "stressed", stressed)
  usePainting(text, shown, "stress-sign", signs)
  usePainting(text, shown, "nonverbal", nonverbal)
  usePainting(text, shown, "disputed", painted.disputed ?? none)
  usePainting(text, shown, "chosen", painted.chosen ?? none)
  usePainting(text, shown, "found", painted.found ?? none)
  usePainting(text, shown, "line-a", painted["line-a"] ?? none)
  usePainting(text, shown, "line-b", painted["line-b"] ?? none)

  useEffect(() => {
    if (!text || !onSelect) return
    const tell = () => {
      const selection = getSelection()
      if (!selection?.rangeCount || selection.isCollapsed) return
      const range = selection.getRangeAt(0)
      if (text.root.contains(range.commonAncestorContainer)) onSelect(spanOfRange(text, range))
    }
    document.addEventListener("selectionchange", tell)
    return () => document.removeEventListener("selectionchange", tell)
  }, [text, onSelect])

  return (
    <div className="sheet alone" ref={root}>
      <ol className="turns">
        {turns.map((turn) => (
          <Turn
            key={turn.index}
            turn={turn}
            speaker={speakers.find((speaker) => speaker.id === turn.speaker) ?? null}
            t={t}
          />
        ))}
      </ol>
    </div>
  )
}

/** The turns that some words touch, and the one before and after them. */
export function turnsAround(turns: readonly PlacedTurn[], span: Span, more = 1): PlacedTurn[] {
  const first = turns.findIndex((turn) => turn.to > span.from)
  const last = turns.findLastIndex((turn) => turn.from < span.to)
  return turns.slice(Math.max(0, first - more), Math.max(first, last) + 1 + more)
}

function inText(turns: readonly PlacedTurn[], find: (words: string) => readonly Span[]): Span[] {
  return turns.flatMap((turn) =>
    find(turn.text).map(({ from, to }) => ({ from: turn.from + from, to: turn.from + to })),
  )
}
