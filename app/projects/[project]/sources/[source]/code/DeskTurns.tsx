"use client"

import { useTranslations } from "next-intl"
import { type ComponentProps, memo, useMemo } from "react"
import type { PassageId } from "../../../../../../core/model"
import type { ReviewView } from "../../../../../../core/view"
import type { RefusedCommand } from "../../../../../_sync/outbox"
import type { TurnGroup } from "../../../../../_transcript/groupTurns"
import { type Around, Transcript } from "../../../../../_transcript/Transcript"
import type { DeskPassage } from "./deskSource"
import { outcomes } from "./outcome"
import { PassageFoot } from "./PassageFoot"
import { PassageHead } from "./PassageHead"
import type { ShownState } from "./passageStates"

type Turns = ComponentProps<typeof Transcript>
type Foot = ComponentProps<typeof PassageFoot>
type Head = ComponentProps<typeof PassageHead>

interface Props
  extends Pick<Turns, "speakers" | "play" | "notes" | "onKeyDown">,
    Pick<Foot, "complete" | "takeBack" | "forget" | "ready">,
    Pick<Head, "coders" | "other"> {
  readonly root: NonNullable<Turns["ref"]>
  readonly groups: readonly TurnGroup<DeskPassage>[]
  readonly states: ReadonlyMap<PassageId, ShownState>
  readonly view: ReviewView
  readonly refused: readonly RefusedCommand[]
  /** What is not revealed is veiled. */
  readonly isBlind: boolean
  /** The passage that is read. */
  readonly read: PassageId | null
}

const noneRefused: readonly RefusedCommand[] = []

/** The turns, with a head and a foot for each passage. Coding words draws none of it again. */
export const DeskTurns = memo(function DeskTurns(props: Props) {
  const { root, groups, speakers, play, notes, onKeyDown, states, view, coders, other, isBlind } = props
  const { complete, takeBack, forget, ready, refused, read } = props
  const t = useTranslations("desk")
  const { passages, agreements, flags } = view
  const found = useMemo(() => outcomes({ passages, agreements, flags }), [passages, agreements, flags])
  const around = (passage: DeskPassage): Around => {
    const state = states.get(passage.id)!
    return {
      label: t("passage.number", { number: passage.index + 1 }),
      veil: other !== null && isBlind && state.state !== "revealed" ? t("veil", { name: other }) : null,
      head: (
        <PassageHead {...{ passage, state, coders, other, play }} outcome={found.get(passage.id) ?? null} />
      ),
      foot: state.state !== "revealed" && (
        <PassageFoot
          {...{ passage, state, complete, takeBack, forget, ready }}
          read={passage.id === read}
          refused={refusedOf(refused, passage.id)}
        />
      ),
    }
  }
  return (
    <Transcript
      ref={root}
      {...{ groups, speakers, around, play, notes, onKeyDown }}
      role="group"
      aria-label={t("transcript.label")}
      aria-description={t("transcript.keys")}
      tabIndex={0}
    />
  )
})

function refusedOf(refused: readonly RefusedCommand[], passage: PassageId): readonly RefusedCommand[] {
  const here = refused.filter((command) => command.body.passage === passage)
  return here.length > 0 ? here : noneRefused
}
