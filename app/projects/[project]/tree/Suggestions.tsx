"use client"

import { useTranslations } from "next-intl"
import { Button } from "../../../_ui/Button"
import { Dialog } from "../../../_ui/Dialog"
import type { Shared } from "./shared"
import { useSuggestions } from "./useSuggestions"

/** Pairs of codes that may be one. Looking decides nothing. */
export function Suggestions({ data, ask }: Shared) {
  const t = useTranslations("tree.suggestions")
  const suggestions = useSuggestions(data)
  const nameOf = (code: string) => data.nodes.get(code)?.code.name ?? ""
  return (
    <Dialog open onOpenChange={() => ask(null)} title={t("title")} description={t("body")} wide>
      {suggestions.length === 0 ? (
        <p className="q">{t("none")}</p>
      ) : (
        <ul className="lines">
          {suggestions.map(({ one, other, together, alike }) => (
            <li key={`${one} ${other}`} className="row">
              <span className="grow">
                {t("pair", { one: nameOf(one), other: nameOf(other) })}
                <span className="small q block">
                  {[alike && t("alike"), together > 0 && t("together", { count: together })]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <Button
                aria-label={t("look", { one: nameOf(one), other: nameOf(other) })}
                onClick={() => ask({ what: "merge", code: one, with: other })}
              >
                {t("merge")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
