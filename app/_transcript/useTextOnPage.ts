"use client"

import { type RefObject, useLayoutEffect, useState } from "react"
import type { PlacedTurn } from "../../core/model"
import { readTextOnPage, type TextOnPage } from "./textOnPage"

/** The transcript's paragraphs once they stand in the document; read again when the turns change. */
export function useTextOnPage(
  root: RefObject<HTMLElement | null>,
  turns: readonly PlacedTurn[],
): TextOnPage | null {
  const [text, setText] = useState<TextOnPage | null>(null)
  useLayoutEffect(() => {
    if (root.current) setText(readTextOnPage(root.current, turns))
  }, [root, turns])
  return text
}
