"use client"

import { useEffect } from "react"

/** Prints in the colours of paper, whatever the screen is set to. */
export function usePaper(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    let before = dataset.theme
    const begin = () => {
      before = dataset.theme
      dataset.theme = "light"
    }
    const end = () => {
      if (before !== undefined) dataset.theme = before
    }
    addEventListener("beforeprint", begin)
    addEventListener("afterprint", end)
    return () => {
      removeEventListener("beforeprint", begin)
      removeEventListener("afterprint", end)
    }
  }, [])
}
