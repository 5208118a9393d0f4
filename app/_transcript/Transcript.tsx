"use client"

import { useTranslations } from "next-intl"
import { type ComponentProps, memo, type ReactNode } from "react"
import type { Passage, PlacedTurn, Speaker } from "../../core/model"
import { classes } from "../_ui/classes"
import type { TurnGroup } from "./groupTurns"
import { Turn } from "./Turn"
import type { TurnNotes } from "./turnNotes"
import "./turns.css"

/** What a screen puts around the turns of a passage. */
export interface Around {
  readonly label: string
  readonly head: ReactNode
  readonly foot?: ReactNode
  /** The other's side is still masked: these words stand beside the veil. */
  readonly veil?: string | null
}

interface Props<P extends Passage> extends Omit<ComponentProps<"div">, "children"> {
  readonly groups: readonly TurnGroup<P>[]
  readonly speakers: readonly Speaker[]
  readonly around: (passage: P) => Around
  readonly play?: ((ms: number) => void) | undefined
  readonly notes?: TurnNotes | undefined
}

/** The whole transcript as one reads it: passages as sections, turns as list items, all of them in the document. */
export function Transcript<P extends Passage>({ groups, speakers, around, play, notes, ...rest }: Props<P>) {
  return (
    <div {...rest} className={classes("turns", rest.className)}>
      {groups.map(({ passage, turns }) => {
        const list = <Turns turns={turns} speakers={speakers} play={play} notes={notes} />
        if (!passage) return <div key={turns[0]!.index}>{list}</div>
        const { label, head, foot, veil } = around(passage)
        return (
          <section
            key={passage.id}
            className={classes("passage", veil && "veiled")}
            data-passage={passage.id}
            aria-label={label}
          >
            {veil && <span className="under-veil">{veil}</span>}
            <div className="head">{head}</div>
            {list}
            {foot && <div className="foot">{foot}</div>}
          </section>
        )
      })}
    </div>
  )
}

interface TurnsProps {
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
  readonly play?: ((ms: number) => void) | undefined
  readonly notes?: TurnNotes | undefined
}

const Turns = memo(function Turns({ turns, speakers, play, notes }: TurnsProps) {
  const t = useTranslations("desk.transcript")
  return (
    <ol>
      {turns.map((turn) => (
        <Turn
          key={turn.index}
          turn={turn}
          speaker={speakers.find((speaker) => speaker.id === turn.speaker) ?? null}
          play={play}
          notes={notes}
          t={t}
        />
      ))}
    </ol>
  )
})
