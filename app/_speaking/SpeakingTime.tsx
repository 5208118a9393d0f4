"use client"

import { useTranslations } from "next-intl"
import { useMemo, useState } from "react"
import type { SourceId } from "../../core/model"
import { type Shares, type Speaking, type SpeakingNotes, speaking } from "../../core/speaking"
import { TakeAway } from "../_fieldNotes/TakeAway"
import { Select } from "../_ui/Field"
import { Skeleton } from "../_ui/States"
import { SharesTable } from "./SharesTable"
import { useSaid } from "./useSaid"
import "./speaking.css"

interface Props {
  readonly source: SourceId
  readonly notes: SpeakingNotes
}

const WHOLE = "whole"

/** Who spoke how much, in all or at one question; nothing where nothing tells. */
export function SpeakingTime({ source, notes }: Props) {
  const t = useTranslations("speaking")
  const here = useSaid(source)
  const [asked, ask] = useState(WHOLE)
  const counted = useMemo(() => (here.is === "here" ? speaking(here.said, notes) : null), [here, notes])
  if (here.is === "loading" || !counted) return <Skeleton lines={3} />
  if (counted.whole.shares.every(({ turns }) => turns === 0)) return null
  const { questions } = counted
  const chosen = questions[Number(asked)]
  const shown: Shares = asked === WHOLE || !chosen ? counted.whole : chosen
  return (
    <section className="stack speaking" aria-label={t("label")}>
      <div className="row wrap">
        <h2 className="grow">{t("label")}</h2>
        {questions.length > 0 && (
          <Select
            label={t("of")}
            hideLabel
            value={asked}
            onChange={(event) => ask(event.currentTarget.value)}
          >
            <option value={WHOLE}>{t("whole")}</option>
            {questions.map(({ question }, place) => (
              <option key={question?.id ?? "before"} value={String(place)}>
                {question ? question.text : t("before")}
              </option>
            ))}
          </Select>
        )}
        {!here.isOffline && (
          <TakeAway
            source={source}
            address={`/api/sources/${source}/speaking?format=csv`}
            label={t("export")}
          />
        )}
      </div>
      <SharesTable {...shown} byMarks={counted.from === "marks"} />
      <Remarks {...{ counted, shown, notes }} isOffline={here.isOffline} />
    </section>
  )
}

interface RemarksProps {
  readonly counted: Speaking
  readonly shown: Shares
  readonly notes: SpeakingNotes
  readonly isOffline: boolean
}

/** What the figures are made of, and what they do not hold. */
function Remarks({ counted: { from, questions }, shown, notes, isOffline }: RemarksProps) {
  const t = useTranslations("speaking")
  const untimed = shown.shares.reduce((sum, one) => sum + one.untimed, 0)
  const isEstimated = from === "transcript" && shown.shares.some(({ estimated }) => estimated)
  return (
    <div className="small q2 remarks">
      {shown.silent.length > 0 && <p>{t("silent", { letters: shown.silent.join(", ") })}</p>}
      {from === "marks" && <p>{t("byMarks")}</p>}
      {isOffline && <p>{t("offline")}</p>}
      {isEstimated && <p>{t("estimated")}</p>}
      {untimed > 0 && <p>{t("untimed", { count: untimed })}</p>}
      {questions.length === 0 && notes.ticks.length > 0 && <p>{t("notLaid")}</p>}
      <p className="q">{t(from === "marks" ? "aboutMarks" : "about")}</p>
    </div>
  )
}
