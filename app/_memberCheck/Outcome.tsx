"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { LONGEST_OUTCOME_NOTE, outcomes } from "../../core/memberCheck"
import type { ShownComment } from "../../server/queries/memberChecks"
import { ask } from "../_sync/api"
import { useProblem } from "../_sync/useProblem"
import { Button } from "../_ui/Button"
import { Select, TextField } from "../_ui/Field"
import { Alert } from "../_ui/States"

interface Props {
  readonly source: string
  readonly comment: ShownComment
  /** Once the server knows. */
  readonly changed: () => unknown
}

/** What was done about a comment, and where to say it. */
export function Outcome({ source, comment, changed }: Props) {
  const t = useTranslations("memberCheck.outcome")
  const sentence = useProblem()
  const { id, outcome, note } = comment
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const said = new FormData(event.currentTarget)
    const body = { outcome: said.get("outcome") || null, note: said.get("note") }
    setBusy(true)
    setFailed(null)
    try {
      await ask("PATCH", `/api/sources/${source}/member-comments/${id}`, body)
      await changed()
      setOpen(false)
    } catch (error) {
      setFailed(sentence(error))
    }
    setBusy(false)
  }

  if (!open)
    return (
      <div className="row wrap outcome">
        <span className="small q2 grow">
          {outcome === null ? t("choose") : [t(outcome), note].filter(Boolean).join(" · ")}
        </span>
        <Button kind="bare" onClick={() => setOpen(true)}>
          {outcome === null ? t("label") : t("change")}
        </Button>
      </div>
    )
  return (
    <form className="stack tight outcome" onSubmit={save}>
      <Select label={t("label")} name="outcome" defaultValue={outcome ?? ""} autoFocus>
        <option value="">{t("choose")}</option>
        {outcomes.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </Select>
      <TextField
        label={t("note")}
        hint={t("noteHint")}
        name="note"
        defaultValue={note}
        maxLength={LONGEST_OUTCOME_NOTE}
        autoComplete="off"
      />
      {failed && <Alert>{failed}</Alert>}
      <Button type="submit" busy={busy}>
        {t("save")}
      </Button>
    </form>
  )
}
