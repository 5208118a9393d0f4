"use client"

import { useTranslations } from "next-intl"
import { memo } from "react"
import type { PlacedTurn, Speaker } from "../../../../../../core/model"
import { classes } from "../../../../../_ui/classes"
import { IconButton } from "../../../../../_ui/IconButton"
import { Border } from "./Border"
import type { Acts } from "./Passages"

interface Props {
  readonly index: number
  readonly last: boolean
  readonly fromTurn: number
  readonly toTurn: number
  /** The first turn at which this passage may begin. */
  readonly least: number
  readonly words: number
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
  /** Null where nothing can be moved. */
  readonly acts: Acts | null
}

/** One passage: its border above, then its turns, each of which may begin a passage of its own. */
export const PassageSection = memo(function PassageSection(props: Props) {
  const { index, last, fromTurn, toTurn, least, words, turns, speakers, acts } = props
  const t = useTranslations("source.passages")
  const title = t("number", { number: index + 1 })
  return (
    <section className="passage" aria-label={title}>
      <div className="head">
        {acts && index > 0 && (
          <Border number={index} at={fromTurn} least={least} most={toTurn - 1} onMove={acts.move} />
        )}
        <span className="strong">{title}</span>
        <span className="num">{t("words", { count: words })}</span>
        <span className="rule" />
        {acts && !last && (
          <IconButton
            icon="merge"
            label={t("join", { number: index + 1 })}
            onClick={() => acts.join(index)}
          />
        )}
      </div>
      <ol>
        {turns.slice(fromTurn, toTurn).map((turn) => (
          <TurnLine
            key={turn.index}
            turn={turn}
            speaker={speakers.find(({ id }) => id === turn.speaker) ?? null}
            onSplit={acts && turn.index > fromTurn ? acts.split : null}
          />
        ))}
      </ol>
    </section>
  )
})

interface TurnProps {
  readonly turn: PlacedTurn
  readonly speaker: Speaker | null
  readonly onSplit: ((turn: number) => void) | null
}

const TurnLine = memo(function TurnLine({ turn, speaker, onSplit }: TurnProps) {
  const t = useTranslations("source.passages")
  return (
    <li className={classes("turn", speaker?.interviewer && "interviewer")} data-turn={turn.index}>
      <span className="speaker" title={speaker?.label}>
        {speaker?.label ?? "–"}
      </span>
      <p>{turn.text}</p>
      {onSplit && (
        <span className="cut">
          <IconButton
            icon="split"
            label={t("split", { number: turn.index + 1 })}
            onClick={() => onSplit(turn.index)}
          />
        </span>
      )}
    </li>
  )
})
