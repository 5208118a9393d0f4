"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { MemberId, PassageId } from "../../../../../../core/model"
import { wordsOf } from "../../../../../../core/text"
import type { RoomState } from "../../../../../_sync/connect"
import { useCodebook, useReview } from "../../../../../_sync/projections"
import { useLayer } from "../../../../../_sync/useLayer"
import { useToast } from "../../../../../_ui/Toasts"
import type { DeskSource } from "./deskSource"
import { useCodes } from "./useCodes"
import { useCorrections } from "./useCorrections"
import { useCounts } from "./useCounts"
import { useHandIns } from "./useHandIns"
import { useMarks } from "./useMarks"
import { useSource } from "./useSource"
import { type ShownTranscript, useTranscript } from "./useTranscript"

/** All that the desk knows: the text, one's own layer, the codes, how the passages stand, what is revealed. */
export function useDesk(me: MemberId, initial: DeskSource, transcript: ShownTranscript) {
  const t = useTranslations("desk")
  const say = useToast()
  const { seen, reload, learn } = useSource(initial)
  const { source, passages, coders } = seen
  const side = coders.find((coder) => coder.id === me)?.side ?? "a"
  const other = firstName(coders.find((coder) => coder.id !== me)?.name ?? null)

  const { turns, speakers, text, doc, state } = useTranscript(source.id, transcript)
  const words = useMemo(() => wordsOf(text), [text])
  const corrections = useCorrections(source.id, doc, text)
  const review = useReview(source.id)
  const { view } = review
  const codebook = useCodebook(source.project)
  const layer = useLayer(source.id, me, doc, text)
  // Before the codebook is here no code is without a name.
  const unnamed = Object.keys(codebook.view.codes).length === 0 ? "…" : t("codes.unnamed")
  const codes = useCodes(codebook.view, layer.layer.suggestedCodes, view.suggested, unnamed)
  const { nameOf, canonical } = codes
  const countOf = useCounts(layer.layer.codings, canonical, codebook.view.codes)

  const isRevealed = useCallback((id: PassageId) => view.passages[id] !== undefined, [view.passages])
  const handIns = useHandIns(seen, isRevealed, {
    answered(passage, own) {
      if (own) learn(passage, own)
      // What offered to take it back is over.
      if (own?.state === "revealed") {
        const number = 1 + (passages.find(({ id }) => id === passage)?.index ?? 0)
        say({ about: passage, text: t(other ? "passage.finishedByBoth" : "passage.finished", { number }) })
      }
      void reload()
    },
    lost: (count) => say(t("lost", { count })),
  })
  const { states } = handIns
  const stateOf = useCallback((id: PassageId) => states.get(id)?.state ?? "open", [states])
  // Whoever opens the transcript to corrections, or closes it, has everybody knock again.
  useReloadOn(useTimesSynced(state), reload)
  useReloadOn(JSON.stringify([view.progress, Object.keys(view.passages).length]), reload)
  // Corrected words move the passages behind them.
  useReloadOn(text, reload)

  const known = { codings: layer.codings, view, passages, stateOf, me, side, coders, text, turns, nameOf }
  const coded = useMarks(known)
  return {
    ...{ me, side, other, seen, reload, source, passages, coders },
    ...{ turns, speakers, text, doc, words, corrections },
    ...{ review, layer, codes, countOf, handIns, states, stateOf, isRevealed },
    ...coded,
  } as const
}

export type DeskKnown = ReturnType<typeof useDesk>

/** Asks the server again when the review says that something moved; not for what it says first. */
function useReloadOn(news: string | number, reload: () => Promise<void>): void {
  const before = useRef(news)
  useEffect(() => {
    if (before.current === news) return
    before.current = news
    void reload()
  }, [news, reload])
}

/** People say first names to each other; whole names stand in the header and in the reports. */
export function firstName<Name extends string | null>(name: Name): Name {
  return (name?.split(/\s/u)[0] || name) as Name
}

/** How often a room was taken up again after its first time. */
function useTimesSynced(state: RoomState): number {
  const [times, setTimes] = useState(0)
  const first = useRef(true)
  useEffect(() => {
    if (state !== "synced") return
    if (!first.current) setTimes((before) => before + 1)
    first.current = false
  }, [state])
  return times
}
