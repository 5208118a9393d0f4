"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { LabelDecision } from "../../../../../core/exchange/applyLabels"
import type { TranscriptDraft } from "../../../../../core/exchange/transcriptDraft"
import { Button } from "../../../../_ui/Button"
import type { Account } from "./decisions"
import { LabelLine } from "./LabelLine"
import { Preview } from "./Preview"
import { WordsKept } from "./WordsKept"

export interface DecideProps {
  readonly decisions: readonly LabelDecision[]
  readonly onDecide: (
    label: string,
    change: Partial<Pick<LabelDecision, "speaks" | "as" | "interviewer">>,
  ) => void
}

interface Props extends DecideProps {
  readonly draft: TranscriptDraft
  readonly account: Account
  /** Back to what was guessed. */
  readonly onForget: () => void
}

/** The labels that were found, to be corrected; and what the transcript will be, word for word. */
export function SpeakersStep({ draft, account, decisions, onDecide, onForget }: Props) {
  const t = useTranslations("source.speakers")
  const [shownApart] = useState(
    () => new Set(draft.labels.filter(({ speaks }) => !speaks).map(({ label }) => label)),
  )
  const likely = draft.labels.filter(({ label }) => !shownApart.has(label))
  const unlikely = draft.labels.filter(({ label }) => shownApart.has(label))
  const line = (label: TranscriptDraft["labels"][number]) => (
    <LabelLine key={label.label} found={label} decisions={decisions} onDecide={onDecide} />
  )
  return (
    <>
      {likely.length > 0 ? (
        <ul className="labels">{likely.map(line)}</ul>
      ) : (
        <p className="notice">{t("none")}</p>
      )}
      {unlikely.length > 0 && (
        <details>
          <summary className="link small">{t("unlikely", { count: unlikely.length })}</summary>
          <ul className="labels">{unlikely.map(line)}</ul>
        </details>
      )}
      {draft.labels.length > 0 && (
        <div className="row">
          <Button kind="bare" icon="undo" onClick={onForget}>
            {t("forget")}
          </Button>
        </div>
      )}
      <Preview transcript={account.transcript} origin={draft.origin} />
      <WordsKept account={account} notes={draft.notes} />
    </>
  )
}
