"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useMemo } from "react"
import type { Span } from "../../../../../../core/model"
import { nonverbalOf } from "../../../../../_transcript/depths"
import { Stripes } from "../../../../../_transcript/Stripes"
import { type Around, Transcript } from "../../../../../_transcript/Transcript"
import { usePainting } from "../../../../../_transcript/usePainting"
import { classes } from "../../../../../_ui/classes"
import type { DeskPassage } from "./deskSource"
import { outcomeOf } from "./outcome"
import { PassageFoot } from "./PassageFoot"
import { PassageHead } from "./PassageHead"
import { ResizeHandles } from "./ResizeHandles"
import type { DeskKnown } from "./useDesk"
import type { Hand } from "./useHand"
import type { Place } from "./usePlace"

interface Props {
  readonly known: DeskKnown
  readonly place: Place
  readonly hand: Hand
  /** Left out where nothing can be heard. */
  readonly play: ((ms: number) => void) | undefined
  readonly children?: ReactNode
}

const nowhere: readonly Span[] = []

/** The words with what is coded on them: text, paint, stripes; a head and a foot for each passage. */
export function DeskText({ known, place, hand, play, children }: Props) {
  const { source, side, other, coders, states, review, handIns, layer, speakers, stripes, notes } = known
  const { chosen, selected, choose } = hand
  const { mark, draft } = chosen
  const t = useTranslations("desk")
  useDeskPaint(known, place, hand)

  const isBlind = other !== null && source.blindness !== "open"
  const around = (passage: DeskPassage): Around => {
    const state = states.get(passage.id)!
    return {
      label: t("passage.number", { number: passage.index + 1 }),
      veil: isBlind && state.state !== "revealed" ? t("veil", { name: other }) : null,
      head: (
        <PassageHead
          {...{ passage, state, coders, other, play }}
          outcome={outcomeOf(review.view, passage.id)}
        />
      ),
      foot: state.state !== "revealed" && (
        <PassageFoot
          {...{ passage, state }}
          read={passage.id === place.read?.id}
          ready={layer.ready}
          refused={handIns.refused.filter((command) => command.body.passage === passage.id)}
          complete={hand.complete}
          takeBack={(each) => handIns.takeBack(each.id)}
          forget={handIns.forgetRefused}
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
          {...{ groups: place.groups, speakers, around, play, notes }}
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
