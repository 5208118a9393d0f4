"use client"

import { useLocale } from "next-intl"
import { useCallback } from "react"
import { asQuery } from "../../core/agreement/project/query"
import type { Read } from "./read"

export type ExportFormat = "xlsx" | "csv" | "r"

/** The address of a file with what is shown. */
export function exportAddress(
  { project, answer }: Pick<Read, "project" | "answer">,
  format: string,
  language: string,
  table?: string,
): string {
  const query = new URLSearchParams(asQuery(answer.asked))
  query.set("format", format)
  query.set("lang", language)
  if (table !== undefined) query.set("table", table)
  return `/api/projects/${project}/agreement/export?${query}`
}

/** Takes what is shown as a file; the page stays where it is. */
export function useExport(read: Read): (format: ExportFormat, table?: string) => void {
  const language = useLocale()
  return useCallback(
    (format, table) => read.take(exportAddress(read, format, language, table)),
    [read, language],
  )
}
