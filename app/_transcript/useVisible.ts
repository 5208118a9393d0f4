"use client"

import { type RefObject, useEffect, useState } from "react"
import type { Passage, Span } from "../../core/model"
import { intersection } from "../../core/text"

/** What stands beside a text is drawn at most so often while one scrolls. */
const BETWEEN_MS = 250

/**
 * What lies between the first and the last passage within one screen of the window's; null before it is known. Looked at again when more is `drawn`.
 * Whoever runs through more than that between two looks reads nothing of it: it stays what it was until they slow down.
 */
export function useVisible(
  scroller: RefObject<HTMLElement | null>,
  passages: readonly Passage[],
  drawn: unknown = passages,
): Span | null {
  const [span, setSpan] = useState<Span | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: more passages stand in the document once more is drawn
  useEffect(() => {
    const root = scroller.current
    if (!root) return
    const near = new Map<string, Passage>()
    let looked = Number.NEGATIVE_INFINITY
    let there: Span | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      timer = undefined
      const now = performance.now()
      const isSoon = now - looked < 2 * BETWEEN_MS
      looked = now
      const all = [...near.values()]
      if (all.length === 0) return
      const from = Math.min(...all.map((passage) => passage.from))
      const to = Math.max(...all.map((passage) => passage.to))
      const runs = isSoon && there !== null && !intersection(there, { from, to })
      there = { from, to }
      if (runs) timer = setTimeout(show, BETWEEN_MS)
      else setSpan((before) => (before?.from === from && before.to === to ? before : { from, to }))
    }
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = (target as HTMLElement).dataset.passage!
          const passage = passages.find((each) => each.id === id)
          if (isIntersecting && passage) near.set(id, passage)
          else near.delete(id)
        }
        timer ??= setTimeout(show, Math.max(0, looked + BETWEEN_MS - performance.now()))
      },
      { root, rootMargin: "100% 0px" },
    )
    for (const section of root.querySelectorAll("[data-passage]")) observer.observe(section)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [scroller, passages, drawn])
  return span
}

/** The passage being read: the one that crosses a line in the upper third of the window. */
export function usePassageRead(
  scroller: RefObject<HTMLElement | null>,
  passages: readonly Passage[],
  drawn: unknown = passages,
): string | null {
  const [read, setRead] = useState<string | null>(passages[0]?.id ?? null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: more passages stand in the document once more is drawn
  useEffect(() => {
    const root = scroller.current
    if (!root) return
    const observer = new IntersectionObserver(
      (entries) => {
        const crossing = entries.find((entry) => entry.isIntersecting)
        if (crossing) setRead((crossing.target as HTMLElement).dataset.passage!)
      },
      { root, rootMargin: "-35% 0px -64% 0px" },
    )
    for (const passage of passages) {
      const section = root.querySelector(`[data-passage="${CSS.escape(passage.id)}"]`)
      if (section) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [scroller, passages, drawn])
  return read
}
