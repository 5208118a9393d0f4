"use client"

import { useTranslations } from "next-intl"
import { lengthOf } from "../../../../../../core/text"
import { verdictOf } from "../../../../../_discussion/draft"
import { VerdictChooser } from "../../../../../_discussion/VerdictChooser"
import { about, ask } from "../../../../../_sync/api"
import { useOnce } from "../../../../../_sync/useOnce"
import { Button } from "../../../../../_ui/Button"
import type { AnswerProps, Attempting } from "./Answer"

/** Where the supervisor decides what was referred; of all else they read. */
export function Ruling(props: AnswerProps & Attempting) {
  const { discussing, flag, readings, draft, setDraft, canChooseWords, attempt, busy } = props
  const t = useTranslations("review")
  const once = useOnce({ of: flag.id, revision: flag.revision })
  const { names, codes } = discussing
  if (flag.standing.is !== "referred") return <p className="notice">{t("rule.onlyReferred")}</p>
  const verdict = verdictOf(draft, readings, names.canonical)
  const send = () => {
    const body = { verdict, reason: draft.reason.trim() }
    void attempt(
      (whyNotListened) => {
        const ruled = { ...body, whyNotListened }
        return once(ruled, (idempotencyKey) =>
          ask("POST", about(flag.id, "rulings"), { ...ruled, idempotencyKey }),
        )
      },
      t("said.ruled"),
      () => setDraft(null),
    )
  }
  return (
    <form
      className="reply"
      aria-label={t("rule.question")}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h2 className="q2">{t("rule.question")}</h2>
      <VerdictChooser
        {...{ flag, readings, names, codes, draft }}
        onChange={setDraft}
        label={t("rule.question")}
        reasonLabel={t("rule.reason")}
        reasonRequired
        {...(canChooseWords ? { ownWords: lengthOf(draft.own) } : {})}
      />
      <div className="form-end">
        <Button kind="primary" type="submit" busy={busy} disabled={!verdict || draft.reason.trim() === ""}>
          {t("rule.send")}
        </Button>
      </div>
    </form>
  )
}
