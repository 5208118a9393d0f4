"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useMemo } from "react"
import type { Span } from "../../../../../../core/model"
import { intersection } from "../../../../../../core/text"
import { depthsOf, inaudibleOf, nonverbalOf } from "../../../../../_transcript/depths"
import { emphasisOf, stressSignsOf } from "../../../../../_transcript/emphasis"
import { Stripes } from "../../../../../_transcript/Stripes"
import { usePainting } from "../../../../../_transcript/usePainting"
import { classes } from "../../../../../_ui/classes"
import { DeskTurns } from "./DeskTurns"
import { ResizeHandles } from "./ResizeHandles"
import type { DeskKnown } from "./useDesk"
import type { Hand } from "./useHand"
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

/** The words with what is coded on them: text, paint, stripes; a head and a foot for each passage. */
export function DeskText({ known, place, hand, play, children }: Props) {
  const { source, side, other, coders, states, review, handIns, layer, speakers, stripes, notes } = known
  const { chosen, selected, choose } = hand
  const { mark, draft } = chosen
  const t = useTranslations("desk")
  useDeskPaint(known, place, hand)
  const complete = useStable(hand.complete)
  const takeBack = useStable(handIns.takeBack)
  const forget = useStable(handIns.forgetRefused)
  const onKeyDown = useStable(selected.onKeyDown)
  return (
    <main id="main" tabIndex={-1} ref={place.page} className={classes("page", side === "b" && "reader-b")}>
      <h1 className="vh">{t("heading", { title: source.title })}</h1>
      <div className="sheet" ref={place.sheet}>
        <DeskTurns
          {...{ root: place.root, groups: place.groups, speakers, coders, states, play, onKeyDown }}
          {...{ complete, takeBack, forget, ready: layer.ready, refused: handIns.refused }}
          view={review.view}
          other={other}
          isBlind={source.blindness !== "open"}
          read={place.read?.id ?? null}
          notes={notes}
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
  const { mine } = painted
  const { visible } = place
  // Looked for once something is on the screen: neither on the server nor before the first paint.
  const isSeen = visible !== null
  const depths = useMemo(
    () => depthsOf(visible ? mine.filter((mark) => intersection(mark, visible)) : []),
    [mine, visible],
  )
  const nonverbal = useMemo(() => (isSeen ? nonverbalOf(text) : nowhere), [isSeen, text])
  const inaudible = useMemo(() => (isSeen ? inaudibleOf(text) : nowhere), [isSeen, text])
  const stressed = useMemo(() => (isSeen ? emphasisOf(text) : nowhere), [isSeen, text])
  const signs = useMemo(() => (isSeen ? stressSignsOf(text) : nowhere), [isSeen, text])
  usePainting(place.text, place.visible, "stressed", stressed)
  usePainting(place.text, place.visible, "stress-sign", signs)
  usePainting(place.text, place.visible, "nonverbal", nonverbal)
  usePainting(place.text, place.visible, "inaudible", inaudible)
  usePainting(place.text, place.visible, "mine-1", depths[0])
  usePainting(place.text, place.visible, "mine-2", depths[1])
  usePainting(place.text, place.visible, "mine-3", depths[2])
  usePainting(place.text, place.visible, "line-a", painted.a)
  usePainting(place.text, place.visible, "line-b", painted.b)
  usePainting(place.text, place.visible, "found", place.found)
  usePainting(place.text, place.visible, "chosen", heldSpans)
}
