"use client"

import { type DependencyList, type RefObject, useEffect, useLayoutEffect, useState } from "react"
import type { TextOnPage } from "./textOnPage"

/**
 * Measures something against the sheet after each render that changes it, and again whenever the sheet changes its
 * size. Reads the layout once and writes nothing, so that it costs one reflow.
 */
export function useMeasured<T>(
  sheet: RefObject<HTMLElement | null>,
  text: TextOnPage | null,
  measure: (sheet: HTMLElement, text: TextOnPage) => readonly T[],
  dependencies: DependencyList,
): readonly T[] {
  const [measured, setMeasured] = useState<readonly T[]>([])
  const [size, setSize] = useState(0)
  useEffect(() => {
    const element = sheet.current
    if (!element) return
    const observer = new ResizeObserver(() => setSize((times) => times + 1))
    observer.observe(element)
    return () => observer.disconnect()
  }, [sheet])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured changes with what the caller names
  useLayoutEffect(() => {
    if (sheet.current && text) setMeasured(measure(sheet.current, text))
  }, [sheet, text, size, ...dependencies])
  return measured
}
