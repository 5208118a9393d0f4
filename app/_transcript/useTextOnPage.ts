"use client"

import { type RefObject, useLayoutEffect, useState } from "react"
import type { PlacedTurn } from "../../core/model"
import { readTextOnPage, type TextOnPage } from "./textOnPage"

/**
 * The transcript's paragraphs once they stand in the document; read again when the turns change, or what is `drawn` of
 * them.
 */
export function useTextOnPage(
  root: RefObject<HTMLElement | null>,
  turns: readonly PlacedTurn[],
  drawn: unknown = turns,
): TextOnPage | null {
  const [text, setText] = useState<TextOnPage | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: more of the turns stand in the document once more is drawn
  useLayoutEffect(() => {
    if (root.current) setText(readTextOnPage(root.current, turns))
  }, [root, turns, drawn])
  return text
}
