"use client"

import { useTranslations } from "next-intl"
import { useCallback, useMemo, useState } from "react"
import type { PutAt } from "../../../../../../core/cutAtQuestions"
import type { PlacedTurn, Speaker } from "../../../../../../core/model"
import {
  joinWithNext,
  moveBorder,
  proposePassages,
  splitAt,
  type TurnRange,
} from "../../../../../../core/passage"
import { Button } from "../../../../../_ui/Button"
import { useToast } from "../../../../../_ui/Toasts"
import { AtQuestions } from "./AtQuestions"
import { PassageSection } from "./PassageSection"
import { countWords, sameRanges } from "./ranges"
import { SaveBar } from "./SaveBar"

interface Props {
  readonly source: string
  /** Where one goes from here. */
  readonly next: string
  readonly speakers: readonly Speaker[]
  readonly turns: readonly PlacedTurn[]
  readonly ranges: readonly TurnRange[]
  /** Where the questions of the guide were put, as far as that is found. */
  readonly put: readonly PutAt[]
  /** Why borders do not move; null where they do. */
  readonly fixed: "opened" | "transcribing" | "not-yours" | null
}

/** A border's own end of a passage, moved to begin the next one at another turn. */
export type Acts = {
  readonly move: (border: number, toTurn: number) => void
  readonly split: (turn: number) => void
  readonly join: (index: number) => void
}

/** The transcript cut into passages; until coding opens their borders can be moved, by hand and by keyboard. */
export function Passages({ source, next, speakers, turns, ranges: given, put, fixed }: Props) {
  const t = useTranslations("source.passages")
  const say = useToast()
  const [ranges, setRanges] = useState(given)
  const [saved, setSaved] = useState(given)
  const words = useMemo(() => countWords(turns), [turns])
  const change = useCallback((act: (now: readonly TurnRange[]) => readonly TurnRange[] | null) => {
    setRanges((now) => act(now) ?? now)
  }, [])
  const cutAnew = (next: readonly TurnRange[]) => {
    const before = ranges
    setRanges(next)
    say({
      text: t("questions.done", { count: next.length }),
      action: { label: t("questions.undo"), run: () => setRanges(before) },
    })
  }
  const acts = useMemo(
    (): Acts => ({
      move: (border, toTurn) => change((now) => moveBorder(now, border, toTurn)),
      split: (turn) => change((now) => splitAt(now, turn)),
      join: (index) => change((now) => joinWithNext(now, index)),
    }),
    [change],
  )

  return (
    <div className="main narrow passages">
      <div className="page-head">
        <h1 className="title grow">{t("title")}</h1>
        {!fixed && put.length > 0 && <AtQuestions {...{ put, turns, speakers }} cut={cutAnew} />}
        {!fixed && (
          <Button kind="bare" icon="undo" onClick={() => setRanges(proposePassages(turns, speakers))}>
            {t("propose")}
          </Button>
        )}
      </div>
      <p className={fixed ? "notice" : "q2 prose"}>{t(fixed ? `fixed.${fixed}` : "lead")}</p>
      <div className="sheet alone">
        <div className="turns">
          {ranges.map((range, index) => (
            <PassageSection
              key={index}
              index={index}
              last={index === ranges.length - 1}
              fromTurn={range.fromTurn}
              toTurn={range.toTurn}
              least={index === 0 ? 0 : ranges[index - 1]!.fromTurn + 1}
              words={words(range)}
              turns={turns}
              speakers={speakers}
              acts={fixed ? null : acts}
            />
          ))}
        </div>
      </div>
      <SaveBar
        source={source}
        next={next}
        ranges={ranges}
        sizes={ranges.map(words)}
        changed={!sameRanges(ranges, saved)}
        onSaved={setSaved}
        onForget={() => setRanges(saved)}
      />
    </div>
  )
}
