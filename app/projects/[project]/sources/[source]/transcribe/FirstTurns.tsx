import { memo, type RefObject, useLayoutEffect, useRef } from "react"
import type { Transcript } from "../../../../../../core/model"
import { type ChosenBefore, chosenIn, putAgain } from "../../../../../_editor/chosenBefore"
import { positionText } from "../../../../../_sound/positionText"
import { classes } from "../../../../../_ui/classes"

interface Props extends Transcript {
  readonly chosen: RefObject<ChosenBefore | null>
}

/**
 * The first turns as the page brought them: to be read until the editor is there. They stand where they will, so that
 * nothing moves when it takes their place; what was chosen and typed in them by then is left for it.
 */
export const FirstTurns = memo(function FirstTurns({ turns, speakers, chosen }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const sheet = place.current
    if (!sheet) return
    const was = turns.map(({ text }) => text)
    const note = () => {
      chosen.current = chosenIn(sheet, was, chosen.current)
    }
    // Only now, so that nothing is typed into what the page is still taking over.
    for (const words of sheet.querySelectorAll("p")) words.contentEditable = "plaintext-only"
    if (chosen.current) putAgain(sheet, chosen.current)
    const hold = (event: InputEvent) => {
      if (event.inputType === "insertParagraph" || event.inputType === "insertLineBreak")
        event.preventDefault()
    }
    const warn = (event: BeforeUnloadEvent) => {
      note()
      if (chosen.current?.typed.length) event.preventDefault()
    }
    sheet.addEventListener("beforeinput", hold)
    window.addEventListener("beforeunload", warn)
    return () => {
      note()
      sheet.removeEventListener("beforeinput", hold)
      window.removeEventListener("beforeunload", warn)
    }
  }, [chosen, turns])
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
            <p tabIndex={-1} spellCheck={false}>
              {text}
            </p>
          </div>
        )
      })}
    </div>
  )
})
