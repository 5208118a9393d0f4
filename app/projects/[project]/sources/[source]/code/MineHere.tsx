"use client"

import { useTranslations } from "next-intl"
import { memo } from "react"
import { positionText } from "../../../../../_sound/positionText"
import { classes } from "../../../../../_ui/classes"
import { Mark as SideMark } from "../../../../../_ui/Marks"
import type { Mark } from "./marks"

export interface ListedMark {
  readonly mark: Mark
  readonly name: string
  readonly quote: string
  readonly startMs: number | null
}

interface Props {
  /** False while one's own codings are on their way. */
  readonly ready: boolean
  readonly marks: readonly ListedMark[]
  readonly chosen: string | null
  readonly choose: (key: string) => void
}

/** One's own codings in the passage being read, in the order of the text. */
export const MineHere = memo(function MineHere({ ready, marks, chosen, choose }: Props) {
  const t = useTranslations("desk.here")
  const sync = useTranslations("common.sync")
  return (
    <section className="section" aria-label={t("mine")}>
      <h3 className="small q">{t("mine")}</h3>
      {marks.length === 0 && <p className="small q">{ready ? t("none") : sync("opening")}</p>}
      <ul className="here">
        {marks.map(({ mark, name, quote, startMs }) => (
          <li key={mark.key}>
            <button
              type="button"
              className={classes("here-line", mark.key === chosen && "chosen")}
              aria-pressed={mark.key === chosen}
              onClick={() => choose(mark.key)}
            >
              <span className="row">
                <SideMark side={mark.side} />
                <span className="grow clip">{name}</span>
                {startMs !== null && <span className="small q num">{positionText(startMs)}</span>}
              </span>
              <span className="small q clip">{shorten(quote)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
})

/** The first and the last words of a quote. */
export function shorten(quote: string): string {
  const words = quote.split(/\s+/u)
  return words.length <= 9 ? words.join(" ") : `${words.slice(0, 4).join(" ")}… ${words.slice(-4).join(" ")}`
}
