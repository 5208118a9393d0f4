import { memo } from "react"
import type { Transcript } from "../../../../../../core/model"
import { positionText } from "../../../../../_sound/positionText"
import { classes } from "../../../../../_ui/classes"

/**
 * The first turns as the page brought them: to be read until they can be written in. They stand where they will, so that
 * nothing moves when the editor takes their place.
 */
export const FirstTurns = memo(function FirstTurns({ turns, speakers }: Transcript) {
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  return (
    <div className="sheet alone first-turns">
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
