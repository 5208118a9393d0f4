"use client"

import { useLayoutEffect, useRef } from "react"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"

const GAP_PX = 6

/** Keeps each group of a lane (`data-turn`) at the height of its turn, or right under the group before it. */
export function useBesideTurns(editor: TranscriptEditor, isLane: boolean) {
  const lane = useRef<HTMLDivElement>(null)
  // After every drawing: what is in the groups decides how high they are.
  useLayoutEffect(() => {
    if (isLane && lane.current) layOut(lane.current, editor.view.dom)
  })
  useLayoutEffect(() => {
    const shown = lane.current
    if (!isLane || !shown) return
    const resized = new ResizeObserver(() => layOut(shown, editor.view.dom))
    resized.observe(editor.view.dom)
    return () => resized.disconnect()
  }, [editor, isLane])
  return lane
}

function layOut(lane: HTMLElement, words: HTMLElement): void {
  const top = lane.getBoundingClientRect().top
  const measured = [...lane.querySelectorAll<HTMLElement>("[data-turn]")].map((group) => ({
    group,
    wanted: (words.children[Number(group.dataset.turn)]?.getBoundingClientRect().top ?? top) - top,
    height: group.offsetHeight,
  }))
  let free = 0
  for (const { group, wanted, height } of measured) {
    const at = Math.max(wanted, free)
    group.style.top = `${at}px`
    free = at + height + GAP_PX
  }
  // As long as what hangs out of it, so that one can scroll there.
  lane.style.minHeight = `${free}px`
}
