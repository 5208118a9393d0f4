"use client"

import { useTranslations } from "next-intl"
import { useCallback, useRef, useState } from "react"
import { BeingCorrected } from "./BeingCorrected"
import { CodesPanel } from "./CodesPanel"
import type { ListedCode } from "./codeList"
import { DeskAlerts } from "./DeskAlerts"
import { DeskOverlays } from "./DeskOverlays"
import { DeskPlayer, type PlayerHandle } from "./DeskPlayer"
import { DeskSync } from "./DeskSync"
import { DeskText } from "./DeskText"
import { Dock } from "./Dock"
import type { DeskSource } from "./deskSource"
import type { KeptDesk } from "./keptDesk"
import { BothProgress } from "./Progress"
import { SidePanel } from "./SidePanel"
import { useDesk } from "./useDesk"
import { useDeskKeys } from "./useDeskKeys"
import { useExposure } from "./useExposure"
import { useHand } from "./useHand"
import { useKeepDesk } from "./useKeepDesk"
import { useNews } from "./useNews"
import { usePlace } from "./usePlace"
import { useSingleKeys } from "./useSingleKeys"
import type { ShownTranscript } from "./useTranscript"

interface Props {
  readonly account: KeptDesk["account"]
  readonly projectName: string
  readonly owner: boolean
  readonly initial: DeskSource
  readonly transcript: ShownTranscript
  /** An offset to go to, from a link. */
  readonly at: number | null
}

/** The coding desk: codes, text, and what lies beside it. */
export function Desk({ account, projectName, owner, initial, transcript, at }: Props) {
  const t = useTranslations("desk.player")
  const known = useDesk(account.id, initial, transcript)
  const place = usePlace(known, at)
  const hand = useHand(known, place)
  const { seen, side, states, layer, review, codes, text, turns } = known
  const { selected, chosen } = hand

  useKeepDesk({ projectName, account, owner, seen })
  const player = useRef<PlayerHandle>(null)
  const filter = useRef<HTMLInputElement>(null)
  const [naming, setNaming] = useState(false)
  const [editing, setEditing] = useState<ListedCode | null>(null)
  const [panel, setPanel] = useState<"left" | "right" | null>(null)
  const singleKeys = useSingleKeys()
  const play = useCallback((ms: number) => player.current?.playFrom(ms), [])
  const startMemo = () => {
    setPanel("right")
    hand.startMemo()
  }
  const more = () => hand.setOpened(selected.span ? "code" : "recode")
  const cancel = () => (selected.span ? selected.select(null) : hand.choose(null))

  useDeskKeys(
    known,
    place,
    hand,
    {
      player,
      filter,
      startMemo,
      nameNewCode: () => setNaming(true),
      closePanel: () => setPanel(null),
    },
    singleKeys[0],
  )
  useExposure(seen.source.id, place.read?.id ?? null, place.read !== null && known.isRevealed(place.read.id))
  const news = useNews(review.ready, review.view, known.passages, review.meta)
  const waiting = [...states.values()].filter((state) => state.waiting).length

  if (seen.source.transcribing) return <BeingCorrected source={seen.source} />
  return (
    <>
      <DeskSync layer={layer} waiting={waiting} notKept={known.handIns.notKept} />
      <section aria-label={t("label")} className={side === "b" ? "reader-b-strip" : undefined}>
        <DeskPlayer seen={seen} turns={turns} states={states} handle={player}>
          <BothProgress seen={seen} />
        </DeskPlayer>
      </section>
      <DeskAlerts {...{ known, hand, owner }} />
      <div className="desk" data-panel={panel ?? undefined}>
        <CodesPanel
          list={codes.list}
          countOf={known.countOf}
          chosen={hand.looked}
          filter={filter}
          naming={naming}
          setNaming={setNaming}
          press={hand.press}
          create={hand.create}
          edit={setEditing}
        />
        <DeskText known={known} place={place} hand={hand} play={seen.recording ? play : undefined}>
          <p className="vh" role="status">
            {news ?? (selected.by === "keys" && selected.span ? quote(text, selected.span) : "")}
          </p>
        </DeskText>
        <SidePanel
          known={known}
          passage={place.read}
          hand={hand}
          startMemo={startMemo}
          play={seen.recording ? play : undefined}
        />
      </div>
      <Dock
        words={selected.count}
        chosen={chosen.mark && codes.nameOf(chosen.mark.code)}
        passage={place.read}
        codes={codes.list.applicable}
        last={hand.lastCode}
        apply={hand.apply}
        more={more}
        remove={chosen.isChangeable || chosen.mark?.what === "late" ? hand.remove : null}
        cancel={cancel}
        panel={panel}
        setPanel={setPanel}
      />
      <DeskOverlays
        {...{ known, place, hand, startMemo, editing, singleKeys }}
        closeEditing={() => setEditing(null)}
      />
    </>
  )
}

function quote(text: string, { from, to }: { readonly from: number; readonly to: number }): string {
  return text.slice(from, to)
}
