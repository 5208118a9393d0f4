"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useCallback } from "react"
import type { Mark } from "../../core/fieldNotes"
import { remarkOf } from "../../core/notesBeside"

/** How a mark is written into a transcript, in the words of the interface; null where it is none that belongs there. */
export function useRemark(): (mark: Mark) => string | null {
  const t = useTranslations("notes.beside")
  const format = useFormatter()
  return useCallback(
    (mark) =>
      remarkOf(mark, {
        all: t("all"),
        list: (letters) => format.list(letters),
        of: (who, what) => t("of", { who, what }),
      }),
    [t, format],
  )
}
