"use client"

import { useTranslations } from "next-intl"
import { useMemo } from "react"
import { sectionsOf } from "../../../../../_discussion/sections"
import { type Painted, turnsAround, WordsInContext } from "../../../../../_discussion/WordsInContext"
import { BesideWords } from "./BesideWords"
import type { Discussing } from "./discussing"
import { FlagSection } from "./FlagSection"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly at: number
  readonly show: (shown: Shown) => void
}

/** A place that a link led to: the words there with what both coded, and the disagreements about them. */
export function PlaceInText({ discussing, at, show }: Props) {
  const t = useTranslations("review.place")
  const { view, turns, speakers, me, isCoder } = discussing
  const around = useMemo(() => turnsAround(turns, { from: at, to: at + 1 }, 3), [turns, at])
  const here = turns.find((turn) => at >= turn.from && at <= turn.to)
  const codings = useMemo(() => Object.values(view.codings), [view.codings])
  const painted = useMemo<Painted>(
    () => ({
      "line-a": codings.filter(({ side }) => side === "a").map(({ text }) => text),
      "line-b": codings.filter(({ side }) => side === "b").map(({ text }) => text),
      found: here ? [here] : [],
    }),
    [codings, here],
  )
  const passage = Object.values(view.passages).find(({ span }) => at >= span.from && at < span.to)
  const flags = Object.values(view.flags).filter(({ text }) => at >= text.from && at < text.to)
  const sections = sectionsOf(flags, { me, isCoder, discussBoundaries: true })
  const words = (
    <div className="talk">
      <h1 className="lead">{passage ? t("title", { number: passage.index + 1 }) : t("body")}</h1>
      {!passage && <p className="q2">{t("notRevealed")}</p>}
      <WordsInContext turns={around} speakers={speakers} painted={painted} />
      <div className="found-here">
        {sections.map((section) => (
          <FlagSection
            key={section.name}
            {...{ discussing, section, show }}
            shown={{ is: "list" }}
            ticked={null}
            tick={() => {}}
            open
          />
        ))}
      </div>
    </div>
  )
  if (!discussing.memberChecks && !discussing.notes) return words
  return (
    <div className="detail">
      {words}
      <aside className="story" aria-label={t("beside")}>
        <BesideWords
          {...{ discussing, show }}
          passage={{ from: around[0]?.from ?? at, to: around.at(-1)?.to ?? at }}
        />
      </aside>
    </div>
  )
}
