import { memo, type RefObject, useLayoutEffect, useRef } from "react"
import type { Transcript } from "../../../../../../core/model"
import { type ChosenBefore, chosenIn } from "../../../../../_editor/chosenBefore"
import { positionText } from "../../../../../_sound/positionText"
import { classes } from "../../../../../_ui/classes"

interface Props extends Transcript {
  readonly chosen: RefObject<ChosenBefore | null>
}

/**
 * The first turns as the page brought them: to be read until they can be written in. They stand where they will, so that
 * nothing moves when the editor takes their place; what was chosen in them by then is left for it.
 */
export const FirstTurns = memo(function FirstTurns({ turns, speakers, chosen }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const shown = place.current
    return () => {
      chosen.current = (shown && chosenIn(shown)) ?? chosen.current
    }
  }, [chosen])
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  return (
    <div className="sheet alone first-turns" ref={place}>
      {turns.map(({ speaker, startMs, text }, index) => {
        const who = speaker === null ? undefined : known.get(speaker)
        return (
          <div
            key={index}
            className={classes("first-turn", who?.interviewer && "interviewer")}
            data-speaker={who?.label ?? "–"}
            data-time={startMs === null ? "" : positionText(startMs)}
          >
            <p>{text}</p>
          </div>
        )
      })}
    </div>
  )
})
