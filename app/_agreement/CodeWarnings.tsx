"use client"

import { useTranslations } from "next-intl"
import type { Read } from "./read"

/** What a reader should know before believing the figures of a code. */
export function CodeWarnings({ code, read }: { readonly code: string; readonly read: Read }) {
  const t = useTranslations("agreement.warning")
  const { answer, names } = read
  const said = answer.figures.warnings.flatMap((warning) => {
    if (!("code" in warning) || warning.code !== code) return []
    switch (warning.kind) {
      case "rare code":
        return [t("rare", { count: warning.segments })]
      case "one document only":
        return [t("oneDocument", { source: names.document(warning.document) })]
      case "one coder only":
        return [t("oneCoder", { name: names.coder(warning.coder) })]
      default:
        return []
    }
  })
  return said.length > 0 && <span className="small q2 code-warnings">{said.join(" · ")}</span>
}

/** Coders who finished a source and put nothing on it. */
export function EmptyCoders({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement.warning")
  const { answer, names } = read
  const empty = answer.figures.warnings.filter((warning) => warning.kind === "coder coded nothing")
  return (
    empty.length > 0 && (
      <ul className="notice small" aria-label={t("title")}>
        {empty.map(({ document, coder }) => (
          <li key={`${document} ${coder}`}>
            {t("empty", { name: names.coder(coder), source: names.document(document) })}
          </li>
        ))}
      </ul>
    )
  )
}
