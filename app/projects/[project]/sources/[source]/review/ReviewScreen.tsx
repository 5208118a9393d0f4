"use client"

import { useTranslations } from "next-intl"
import { useMemo } from "react"
import { ListenBar } from "../../../../../_discussion/ListenBar"
import { namesOf } from "../../../../../_discussion/names"
import { isWithin } from "../../../../../_discussion/narrowed"
import { useListenAgain } from "../../../../../_discussion/useListenAgain"
import { usePlayer } from "../../../../../_sound/usePlayer"
import { useWaveform } from "../../../../../_sound/useWaveform"
import { useCodebook, useReview } from "../../../../../_sync/projections"
import { ButtonLink } from "../../../../../_ui/Button"
import { classes } from "../../../../../_ui/classes"
import { ErrorState, Skeleton } from "../../../../../_ui/States"
import type { Discussing } from "./discussing"
import { FlagList } from "./FlagList"
import { Middle } from "./Middle"
import { useExposure } from "./useExposure"
import { useReviewKeys } from "./useReviewKeys"
import { type AskedShown, useShown } from "./useShown"
import { useWaiting } from "./useWaiting"
import "../../../../../_transcript/turns.css"
import "./review.css"

type Given = Pick<
  Discussing,
  "project" | "source" | "me" | "isCoder" | "isSupervisor" | "notes" | "memberChecks" | "turns" | "speakers"
>

interface Props extends Given {
  readonly asked: AskedShown
}

/** What differs at the left, the one under discussion in the middle with its story, listening again over the foot. */
export function ReviewScreen({ asked, ...given }: Props) {
  const t = useTranslations("review")
  const { project, source, me } = given
  const review = useReview(source)
  const codebook = useCodebook(project)
  const hasRecording = review.meta?.hasRecording ?? false
  const player = usePlayer(hasRecording ? `/api/sources/${source}/recording` : null)
  const waveform = useWaveform(hasRecording ? source : null)
  const outline = waveform.is === "ready" ? waveform.outline : null
  const listening = useListenAgain({ review, me, player })
  const { shown, show, narrowed, widen } = useShown(asked)
  const { view, meta } = review

  const names = useMemo(() => namesOf(view, codebook.view), [view, codebook.view])
  const codes = useMemo(() => Object.values(codebook.view.codes), [codebook.view.codes])
  const within = useMemo(
    () => isWithin(narrowed, { view, codes, merges: Object.values(codebook.view.merges) }),
    [narrowed, view, codes, codebook.view.merges],
  )
  const chosen = shown.is === "flag" ? (view.flags[shown.id] ?? null) : null
  const { isCoder, isSupervisor, notes, memberChecks, turns, speakers } = given
  const discussing = useMemo<Discussing | null>(
    () =>
      meta && {
        project,
        source,
        me,
        isCoder,
        isSupervisor,
        notes,
        memberChecks,
        turns,
        speakers,
        view,
        meta,
        names,
        codes,
        narrowed,
        within,
        widen,
      },
    [
      meta,
      project,
      source,
      me,
      isCoder,
      isSupervisor,
      notes,
      memberChecks,
      turns,
      speakers,
      view,
      names,
      codes,
      narrowed,
      within,
      widen,
    ],
  )
  const { sections, order } = useReviewKeys({ discussing, shown, show, listening })
  useExposure({ source, isCoder, chosen })
  const slow = useWaiting(300)

  if (review.state === "refused") {
    return (
      <main id="main" tabIndex={-1} className="review-alone">
        <ErrorState
          centred
          title={t("refused.title")}
          action={<ButtonLink href={`/projects/${project}`}>{t("refused.action")}</ButtonLink>}
        >
          {t("refused.body")}
        </ErrorState>
      </main>
    )
  }
  if (!discussing) {
    return (
      <main id="main" tabIndex={-1} className="review-alone">
        {slow && <Skeleton lines={5} />}
      </main>
    )
  }
  const elsewhere = listening.head !== null && listening.head.flag !== chosen?.id
  // Alone, the clip beside the words is all it takes.
  const needsBar = listening.offered !== null || (listening.head !== null && (!listening.alone || elsewhere))
  return (
    <div className={classes("review", shown.is !== "list" && "one")}>
      <FlagList {...{ discussing, sections, shown, show }} />
      <div className="review-main">
        <main id="main" tabIndex={-1} className={classes("page", needsBar && "has-listen")}>
          {review.state === "offline" && <p className="notice">{t("offline")}</p>}
          <Middle {...{ discussing, sections, order, shown, show, listening, player, outline }} />
        </main>
        {needsBar && (
          <ListenBar
            {...{ review, me, player, listening, outline }}
            goTo={elsewhere ? (id) => show({ is: "flag", id }) : undefined}
          />
        )}
      </div>
    </div>
  )
}
