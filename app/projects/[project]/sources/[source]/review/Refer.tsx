"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { about, ask } from "../../../../../_sync/api"
import { useOnce } from "../../../../../_sync/useOnce"
import { Button } from "../../../../../_ui/Button"
import { Dialog } from "../../../../../_ui/Dialog"
import { TextArea } from "../../../../../_ui/Field"
import type { AnswerProps, Attempting } from "./Answer"

/** Puts it into the supervisor's queue, with what the two do not agree on. */
export function Refer({ discussing, flag, draft, attempt, busy }: AnswerProps & Attempting) {
  const t = useTranslations("review")
  const format = useFormatter()
  const once = useOnce({ of: flag.id, revision: flag.revision })
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState("")
  const { names } = discussing
  if (names.supervisors.length === 0) return <span className="small q grow">{t("refer.nobody")}</span>
  const name = format.list(
    names.supervisors.map((person) => names.call(person.id)),
    { type: "disjunction" },
  )
  const send = () => {
    setOpen(false)
    void attempt(
      (whyNotListened) => {
        const referred = { reason: reason.trim(), whyNotListened }
        return once(referred, (idempotencyKey) =>
          ask("POST", about(flag.id, "referrals"), { ...referred, idempotencyKey }),
        )
      },
      t("said.referred", { name }),
    )
  }
  return (
    <Dialog
      title={t("refer.title", { name })}
      description={t("refer.body", { name })}
      open={open}
      onOpenChange={(next) => {
        if (next && reason === "") setReason(draft.reason)
        setOpen(next)
      }}
      trigger={
        <Button icon="refer" busy={busy}>
          {t("refer.button", { name })}
        </Button>
      }
      footer={
        <Button kind="primary" busy={busy} disabled={reason.trim() === ""} onClick={send}>
          {t("refer.send")}
        </Button>
      }
    >
      <TextArea
        label={t("refer.reason")}
        value={reason}
        required
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
