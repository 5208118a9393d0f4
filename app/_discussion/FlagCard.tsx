"use client"

import type { FlagView } from "../../core/view"
import { positionText } from "../_sound/positionText"
import { classes } from "../_ui/classes"
import { KindGlyph } from "../_ui/KindGlyph"
import { glyphOf, isDone } from "./glyph"
import type { Names } from "./names"
import { beginningOf } from "./quoteText"
import type { Readings } from "./readings"
import { Versus } from "./Versus"

interface Props {
  readonly flag: FlagView
  readonly readings: Readings
  readonly names: Names
  /** Where it stands, in a few words. */
  readonly says: string
  /** Where the codes are named above, the words are. */
  readonly as: "codes" | "words"
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** A disagreement as one line of a list. */
export function FlagCard({ flag, readings, names, says, as, chosen, onChoose }: Props) {
  return (
    <button
      type="button"
      className={classes("flag-line", chosen && "chosen", isDone(flag) && "settled")}
      aria-current={chosen || undefined}
      onClick={onChoose}
      data-flag={flag.id}
    >
      {as === "codes" ? (
        <KindGlyph kind={glyphOf(flag)} settled={isDone(flag)} />
      ) : (
        <span className="turned" />
      )}
      <span className="grow">
        {as === "codes" ? (
          <Versus readings={readings} names={names} />
        ) : (
          <span className="words">{beginningOf(flag.quote)}</span>
        )}
        {(as === "codes" || !flag.quote.startsWith(says.replace("…", ""))) && (
          <span className="small q says">{says}</span>
        )}
      </span>
      {flag.clip && <span className="num micro q">{positionText(flag.clip.startMs)}</span>}
    </button>
  )
}
