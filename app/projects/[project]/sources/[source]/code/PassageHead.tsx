"use client"

import { useTranslations } from "next-intl"
import { memo } from "react"
import { positionText } from "../../../../../_sound/positionText"
import { Icon } from "../../../../../_ui/Icon"
import { KindGlyph } from "../../../../../_ui/KindGlyph"
import { Pair, Who } from "../../../../../_ui/Who"
import type { DeskPassage, DeskSource } from "./deskSource"
import type { Outcome } from "./outcome"
import type { ShownState } from "./passageStates"

interface Props {
  readonly passage: DeskPassage
  readonly state: ShownState
  readonly coders: DeskSource["coders"]
  readonly other: string | null
  readonly play: ((ms: number) => void) | undefined
  /** What came out of the comparison, once revealed. */
  readonly outcome: Outcome | null
}

const MOST_GLYPHS = 6

/** Number, moment and state of a passage, over its turns. */
export const PassageHead = memo(function PassageHead({
  passage,
  state,
  coders,
  other,
  play,
  outcome,
}: Props) {
  const t = useTranslations("desk.passage")
  const { startMs, index } = passage
  return (
    <>
      <b className="strong q2">{t("number", { number: index + 1 })}</b>
      {startMs !== null &&
        (play ? (
          <button
            type="button"
            className="time"
            aria-label={t("playFrom", { number: index + 1, time: positionText(startMs) })}
            onClick={() => play(startMs)}
          >
            <Icon name="play" />
            {positionText(startMs)}
          </button>
        ) : (
          <span className="time">{positionText(startMs)}</span>
        ))}
      <span className="rule" />
      {state.state === "revealed" ? (
        <Revealed coders={coders} outcome={outcome} />
      ) : (
        <span className="row">
          {state.state === "handed-in" && <Icon name="check" />}
          {state.waiting
            ? t(state.state === "handed-in" ? "handingIn" : "takingBack")
            : state.state === "handed-in"
              ? other
                ? t("waitingFor", { name: other })
                : t("complete")
              : t("open")}
        </span>
      )}
    </>
  )
})

function Revealed({ coders, outcome }: Pick<Props, "coders" | "outcome">) {
  const t = useTranslations("desk.passage")
  const a = coders.find((coder) => coder.side === "a")
  const b = coders.find((coder) => coder.side === "b")
  return (
    <span className="row">
      {a && b ? (
        <Pair a={a.name} b={b.name} size="small" />
      ) : (
        a && <Who side="a" name={a.name} size="small" />
      )}
      <span>{t(a && b ? "revealed" : "revealedAlone")}</span>
      {outcome && outcome.agreed > 0 && (
        <span className="row agreed-count">
          <KindGlyph kind="agree" size="small" /> {outcome.agreed}
        </span>
      )}
      {outcome?.open.slice(0, MOST_GLYPHS).map((kind, at) => (
        <KindGlyph key={at} kind={kind} size="small" />
      ))}
      {outcome && outcome.open.length > MOST_GLYPHS && <span>+{outcome.open.length - MOST_GLYPHS}</span>}
    </span>
  )
}
