"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useMemo } from "react"
import type { PassageId, Span } from "../../../../../../core/model"
import type { RefusedCommand } from "../../../../../_sync/outbox"
import { nonverbalOf } from "../../../../../_transcript/depths"
import { Stripes } from "../../../../../_transcript/Stripes"
import { type Around, Transcript } from "../../../../../_transcript/Transcript"
import { usePainting } from "../../../../../_transcript/usePainting"
import { classes } from "../../../../../_ui/classes"
import type { DeskPassage } from "./deskSource"
import { outcomes } from "./outcome"
import { PassageFoot } from "./PassageFoot"
import { PassageHead } from "./PassageHead"
import { ResizeHandles } from "./ResizeHandles"
import type { DeskKnown } from "./useDesk"
import type { Hand } from "./useHand"
import { useNarrow } from "./useNarrow"
import type { Place } from "./usePlace"
import { useStable } from "./useStable"

interface Props {
  readonly known: DeskKnown
  readonly place: Place
  readonly hand: Hand
  /** Left out where nothing can be heard. */
  readonly play: ((ms: number) => void) | undefined
  readonly children?: ReactNode
}

const nowhere: readonly Span[] = []
const noneRefused: readonly RefusedCommand[] = []

/** The words with what is coded on them: text, paint, stripes; a head and a foot for each passage. */
export function DeskText({ known, place, hand, play, children }: Props) {
  const { source, side, other, coders, states, review, handIns, layer, speakers, stripes, notes } = known
  const { chosen, selected, choose } = hand
  const { mark, draft } = chosen
  const t = useTranslations("desk")
  useDeskPaint(known, place, hand)
  const isNarrow = useNarrow()
  const complete = useStable(hand.complete)
  const takeBack = useStable(handIns.takeBack)
  const forget = useStable(handIns.forgetRefused)
  const { view } = review
  const found = useMemo(
    () => outcomes({ passages: view.passages, agreements: view.agreements, flags: view.flags }),
    [view.passages, view.agreements, view.flags],
  )

  const isBlind = other !== null && source.blindness !== "open"
  const around = (passage: DeskPassage): Around => {
    const state = states.get(passage.id)!
    return {
      label: t("passage.number", { number: passage.index + 1 }),
      veil: isBlind && state.state !== "revealed" ? t("veil", { name: other }) : null,
      head: (
        <PassageHead {...{ passage, state, coders, other, play }} outcome={found.get(passage.id) ?? null} />
      ),
      foot: state.state !== "revealed" && (
        <PassageFoot
          {...{ passage, state, complete, takeBack, forget }}
          read={passage.id === place.read?.id}
          ready={layer.ready}
          refused={refusedOf(handIns.refused, passage.id)}
        />
      ),
    }
  }
  return (
    <main id="main" tabIndex={-1} ref={place.page} className={classes("page", side === "b" && "reader-b")}>
      <h1 className="vh">{t("heading", { title: source.title })}</h1>
      <div className="sheet" ref={place.sheet}>
        <Transcript
          ref={place.root}
          {...{ groups: place.groups, speakers, around, play }}
          notes={isNarrow ? notes : undefined}
          role="group"
          aria-label={t("transcript.label")}
          aria-description={t("transcript.keys")}
          tabIndex={0}
          onKeyDown={selected.onKeyDown}
        />
        <Stripes
          {...{ sheet: place.sheet, text: place.text, visible: place.visible, stripes, choose }}
          chosen={chosen.key}
        />
        {mark && chosen.isChangeable && (
          <ResizeHandles
            {...{ sheet: place.sheet, text: place.text, span: draft ?? mark }}
            preview={chosen.drag}
            drop={chosen.drop}
            step={chosen.step}
          />
        )}
      </div>
      {children}
    </main>
  )
}

function refusedOf(refused: readonly RefusedCommand[], passage: PassageId): readonly RefusedCommand[] {
  const here = refused.filter((command) => command.body.passage === passage)
  return here.length > 0 ? here : noneRefused
}

function useDeskPaint({ text, painted }: DeskKnown, place: Place, { chosen, selected }: Hand): void {
  const held = selected.span ?? chosen.draft ?? chosen.mark
  const from = held?.from
  const to = held?.to
  const heldSpans = useMemo(
    () => (from === undefined || to === undefined ? nowhere : [{ from, to }]),
    [from, to],
  )
  const nonverbal = useMemo(() => nonverbalOf(text), [text])
  usePainting(place.text, place.visible, "nonverbal", nonverbal)
  usePainting(place.text, place.visible, "mine-1", painted.depths[0])
  usePainting(place.text, place.visible, "mine-2", painted.depths[1])
  usePainting(place.text, place.visible, "mine-3", painted.depths[2])
  usePainting(place.text, place.visible, "line-a", painted.a)
  usePainting(place.text, place.visible, "line-b", painted.b)
  usePainting(place.text, place.visible, "found", place.found)
  usePainting(place.text, place.visible, "chosen", heldSpans)
}
