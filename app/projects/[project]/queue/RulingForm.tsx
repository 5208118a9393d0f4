"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { CodeId, ProjectId } from "../../../../core/model"
import { useAttempt } from "../../../_discussion/useAttempt"
import { ask } from "../../../_sync/api"
import { useOnce } from "../../../_sync/useOnce"
import { Button } from "../../../_ui/Button"
import { ChoiceCards } from "../../../_ui/Choice"
import { TextArea } from "../../../_ui/Field"
import { CodeSelect } from "./CodeSelect"
import { choicesOf, type QueueItem, type RulingChoice, rulingOf } from "./queue"
import type { ClipOfItem } from "./useClip"

interface Props {
  readonly project: ProjectId
  readonly item: QueueItem
  readonly areNamesHidden: boolean
  readonly clip: ClipOfItem
  readonly onDecided: () => Promise<void>
}

/** Tap a verdict, write why, done. */
export function RulingForm({ project, item, areNamesHidden, clip, onDecided }: Props) {
  const t = useTranslations("arbitration")
  const once = useOnce({ of: item.id, revision: item.referredAt ?? "" })
  const [choice, setChoice] = useState<RulingChoice | null>(null)
  const [code, setCode] = useState<CodeId | null>(null)
  const [reason, setReason] = useState("")
  const { attempt, busy, ask: asking } = useAttempt(clip.clip && clip.toggle)
  const verdict = choice && rulingOf(item, choice, code)
  const lone = !(["a", "b"] as const).every((side) => item.readings.some((reading) => reading.side === side))
  const label = (value: RulingChoice) => {
    if (value === "other") return t("otherCode")
    if (value === "both") return t("both")
    if (value === "neither") return t(lone ? "drop" : "neither")
    const reading = item.readings.find(({ side }) => side === value)
    const name = t("keepReading", { code: item.codes[reading?.code ?? ""]?.name ?? "…" })
    if (item.kind !== "boundary") return name
    const person = item.people.find(({ side }) => side === value)
    const whose = areNamesHidden || !person ? t(value === "a" ? "one" : "other") : person.name
    return `${name}, ${whose}`
  }
  const missing = !choice ? "verdict" : !verdict ? "code" : reason.trim() === "" ? "reason" : null
  const send = () => {
    const body = { item: item.id, verdict, reason: reason.trim() }
    void attempt(
      (whyNotListened) => {
        const ruled = { ...body, whyNotListened }
        return once(ruled, (idempotencyKey) =>
          ask("POST", `/api/projects/${project}/queue/rulings`, { ...ruled, idempotencyKey }),
        )
      },
      t("said"),
      () => void onDecided(),
    )
  }
  return (
    <form
      className="reply ruling"
      aria-label={t("question")}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h3 className="lead">{t("question")}</h3>
      <ChoiceCards<RulingChoice>
        label={t("question")}
        value={choice}
        onChange={setChoice}
        options={choicesOf(item).map((value) => ({ value, label: label(value) }))}
      />
      {choice === "other" && <CodeSelect project={project} value={code} onChange={setCode} />}
      <TextArea
        label={t("reason")}
        hint={t("reasonHint")}
        rows={2}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="primary" size="big" wide type="submit" busy={busy} disabled={missing !== null}>
        {t("send")}
      </Button>
      {missing && (choice || reason) && <p className="small q2">{t(`missing.${missing}`)}</p>}
      {asking}
    </form>
  )
}
