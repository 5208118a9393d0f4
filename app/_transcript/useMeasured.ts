"use client"

import { type DependencyList, type RefObject, useEffect, useLayoutEffect, useMemo, useState } from "react"
import type { Span } from "../../core/model"
import type { TextOnPage } from "./textOnPage"

/** Where spans stand, from the top of the sheet. */
export type Known = WeakMap<Span, { readonly top: number; readonly height: number } | null>

/**
 * Measures something against the sheet after each render that changes it, and again whenever the sheet changes its
 * size. Reads the layout once and writes nothing, so that it costs one reflow. `known` keeps what was read for as long
 * as nothing moves.
 */
export function useMeasured<T>(
  sheet: RefObject<HTMLElement | null>,
  text: TextOnPage | null,
  measure: (sheet: HTMLElement, text: TextOnPage, known: Known) => readonly T[],
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read holds for one size of one text
  const known = useMemo<Known>(() => new WeakMap(), [text, size])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured changes with what the caller names
  useLayoutEffect(() => {
    if (sheet.current && text) setMeasured(measure(sheet.current, text, known))
  }, [sheet, text, known, ...dependencies])
  return measured
}
