"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { guideChanges, isUnchanged } from "../../../../core/guideChanges"
import type { GuideVersion } from "../../../../server/queries/guides"
import { Checkbox, Segmented } from "../../../_ui/Choice"
import { Select } from "../../../_ui/Field"
import { ChangedQuestion } from "./ChangedQuestion"
import type { SourceNamed } from "./originWords"

interface Props {
  readonly guides: readonly GuideVersion[]
  /** What it has come to. */
  readonly shown: GuideVersion
  readonly sources: readonly SourceNamed[]
  readonly setView: (view: "text" | "changes") => void
}

/** What has changed between two versions, in words: between what was asked in one event and in another. */
export function Changes({ guides, shown, sources, setView }: Props) {
  const t = useTranslations("guide")
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [all, showAll] = useState(false)
  const later = guides.find(({ id }) => id === to) ?? shown
  const earlier =
    guides.find(({ id }) => id === from) ?? guides.findLast(({ number }) => number < later.number) ?? later
  const changes = guideChanges(earlier.questions, later.questions)
  const listed = all ? changes : changes.filter((change) => !isUnchanged(change))
  return (
    <div className="guide-page">
      <header className="guide-head">
        <h2 className="title grow">{t("views.changes")}</h2>
        <Segmented
          label={t("views.label")}
          value="changes"
          onChange={setView}
          options={(["text", "changes"] as const).map((value) => ({ value, label: t(`views.${value}`) }))}
        />
      </header>
      <div className="row wrap top-aligned">
        <OneVersion label={t("compare.from")} guides={guides} value={earlier.id} choose={setFrom} />
        <OneVersion label={t("compare.to")} guides={guides} value={later.id} choose={setTo} />
      </div>
      {guides.length < 2 && <p className="q2">{t("compare.one")}</p>}
      <Checkbox
        label={t("compare.onlyChanged")}
        checked={!all}
        onChange={(event) => showAll(!event.currentTarget.checked)}
      />
      {listed.length === 0 ? (
        <p className="q2" role="status">
          {t("compare.none")}
        </p>
      ) : (
        <ol className="guide-changes" aria-label={t("compare.list")}>
          {listed.map((change) => (
            <ChangedQuestion key={change.question.id} change={change} sources={sources} />
          ))}
        </ol>
      )}
    </div>
  )
}

interface OneVersionProps {
  readonly label: string
  readonly guides: readonly GuideVersion[]
  readonly value: string
  readonly choose: (id: string) => void
}

/** A version, told by the events that asked from it. */
function OneVersion({ label, guides, value, choose }: OneVersionProps) {
  const t = useTranslations("guide")
  const format = useFormatter()
  return (
    <span className="guide-one">
      <Select label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {guides.map(({ id, number, uses }) => (
          <option key={id} value={id}>
            {t("version", { number })}
            {uses.length > 0 ? ` · ${format.list(uses.map(({ title }) => title))}` : ""}
          </option>
        ))}
      </Select>
    </span>
  )
}
