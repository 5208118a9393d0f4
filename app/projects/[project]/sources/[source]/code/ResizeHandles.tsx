"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from "react"
import type { Span } from "../../../../../../core/model"
import { edgesOf, offsetAtPoint, type TextOnPage } from "../../../../../_transcript/textOnPage"
import { useMeasured } from "../../../../../_transcript/useMeasured"
import type { Edge } from "./resizing"

interface Props {
  readonly sheet: RefObject<HTMLElement | null>
  readonly text: TextOnPage | null
  readonly span: Span
  /** While the handle is held: where the words would reach. */
  readonly preview: (edge: Edge, offset: number) => void
  readonly drop: () => void
  readonly step: (edge: Edge, by: 1 | -1) => void
}

/** A handle at each end of the chosen coding: drag it, or move it word by word with the arrows. */
export function ResizeHandles({ sheet, text, span, preview, drop, step }: Props) {
  const t = useTranslations("desk.chosen")
  const held = useRef<Edge | null>(null)
  const places = useMeasured(
    sheet,
    text,
    (sheet, text) => {
      const box = sheet.getBoundingClientRect()
      const edges = edgesOf(text, span)
      return edges
        ? [
            { edge: "start" as const, left: edges.first.left - box.left, top: edges.first.top - box.top },
            { edge: "end" as const, left: edges.last.right - box.left, top: edges.last.top - box.top },
          ]
        : []
    },
    [span.from, span.to],
  )
  const onMove = (event: PointerEvent) => {
    if (!held.current || !text) return
    const offset = offsetAtPoint(text, event.clientX, event.clientY)
    if (offset !== null) preview(held.current, offset)
  }
  const release = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.style.pointerEvents = ""
    if (held.current) drop()
    held.current = null
  }
  const onKeyDown = (edge: Edge) => (event: KeyboardEvent) => {
    if (event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return
    event.preventDefault()
    step(edge, event.key === "ArrowLeft" ? -1 : 1)
  }
  return places.map(({ edge, left, top }) => (
    <button
      key={edge}
      type="button"
      className={`resize ${edge}`}
      style={{ left, top }}
      aria-label={t(edge === "start" ? "moveStart" : "moveEnd")}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        // The words under the handle are what the pointer means.
        event.currentTarget.style.pointerEvents = "none"
        held.current = edge
      }}
      onPointerMove={onMove}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={onKeyDown(edge)}
    />
  ))
}
