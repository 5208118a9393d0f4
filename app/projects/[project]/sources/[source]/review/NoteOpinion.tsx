"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { verdictOf } from "../../../../../_discussion/draft"
import { VerdictChooser } from "../../../../../_discussion/VerdictChooser"
import { about, ask } from "../../../../../_sync/api"
import { useOnce } from "../../../../../_sync/useOnce"
import { Button } from "../../../../../_ui/Button"
import { Dialog } from "../../../../../_ui/Dialog"
import { Select } from "../../../../../_ui/Field"
import type { AnswerProps, Attempting } from "./Answer"

/** Writes down what the supervisor said in a meeting, signed by who noted it. */
export function NoteOpinion({
  discussing,
  flag,
  readings,
  draft,
  setDraft,
  attempt,
  busy,
}: AnswerProps & Attempting) {
  const t = useTranslations("review")
  const once = useOnce({ of: flag.id, revision: flag.revision })
  const [open, setOpen] = useState(false)
  const { names, codes } = discussing
  const [of, setOf] = useState(names.supervisors[0]?.id ?? "")
  const verdict = verdictOf(draft, readings, names.canonical)
  const name = names.call(of)
  if (names.supervisors.length === 0) return null
  const send = () => {
    const body = { verdict, reason: draft.reason.trim(), opinionOf: of }
    void attempt(
      () =>
        once(body, (idempotencyKey) =>
          ask("POST", about(flag.id, "noted-rulings"), { ...body, idempotencyKey }),
        ),
      t("said.noted"),
      () => {
        setOpen(false)
        setDraft(null)
      },
    )
  }
  return (
    <Dialog
      wide
      title={t("refer.noteTitle", { name })}
      description={t("refer.noteBody", { name })}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon="edit">{t("refer.note")}</Button>}
      footer={
        <Button kind="primary" busy={busy} disabled={!verdict || draft.reason.trim() === ""} onClick={send}>
          {t("refer.noteSend")}
        </Button>
      }
    >
      {names.supervisors.length > 1 && (
        <Select label={t("refer.opinionOf")} value={of} onChange={(event) => setOf(event.target.value)}>
          {names.supervisors.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </Select>
      )}
      <VerdictChooser
        {...{ flag, readings, names, codes, draft }}
        onChange={setDraft}
        label={t("refer.noteTitle", { name })}
        reasonLabel={t("refer.noteReason")}
        reasonRequired
      />
    </Dialog>
  )
}
