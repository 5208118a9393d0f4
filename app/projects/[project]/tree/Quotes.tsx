"use client"

import { useTranslations } from "next-intl"
import { useMemo } from "react"
import type { PanelProps } from "./CodePanel"
import { quotesBySource } from "./provenance"
import { QuoteLine } from "./QuoteLine"
import { useSounds } from "./useSounds"

/** The quotes under a code, by source. */
export function Quotes({ node, data, project, coded }: PanelProps) {
  const t = useTranslations("tree.quotes")
  const quotes = data.view.counts[node.code.id]?.quotes
  const groups = useMemo(() => quotesBySource(quotes ?? [], data.view.sources), [quotes, data.view.sources])
  const sounds = useSounds(groups.map(({ source }) => source))
  if (groups.length === 0) return <p className="q pad">{t(node.code.codable ? "none" : "category")}</p>
  return (
    <section aria-label={t("title")}>
      <h3 className="row quotes-title">
        {t("title")} <span className="q num">{quotes?.length ?? 0}</span>
      </h3>
      {groups.map(({ source, title, quotes }) => (
        <section key={source} aria-label={title}>
          <h4 className="small q quotes-source">{title}</h4>
          <ul>
            {quotes.map((quote) => (
              <QuoteLine
                key={`${quote.text.from}-${quote.text.to}-${quote.status}-${quote.by.join()}`}
                quote={quote}
                people={data.view.people}
                names={data.names}
                sounds={sounds}
                href={placeOf(project, source, coded, quote.text.from)}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** Where the words are read: on the desk by who codes them, in the confrontation by others. */
function placeOf(project: string, source: string, coded: readonly string[], at: number): string {
  const screen = coded.includes(source) ? "code" : "review"
  return `/projects/${project}/sources/${source}/${screen}?at=${at}`
}
