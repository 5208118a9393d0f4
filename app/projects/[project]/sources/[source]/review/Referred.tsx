"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { Referral } from "../../../../../../core/reading"
import { about, ask } from "../../../../../_sync/api"
import { Button } from "../../../../../_ui/Button"
import { Who } from "../../../../../_ui/Who"
import type { AnswerProps, Attempting } from "./Answer"
import { NoteOpinion } from "./NoteOpinion"

/** That it waits for the supervisor, why, and what the coders may do meanwhile. */
export function Referred(props: AnswerProps & Attempting & { readonly referral: Referral }) {
  const { discussing, flag, referral, attempt, busy } = props
  const { names, isCoder } = discussing
  const t = useTranslations("review")
  const format = useFormatter()
  const by = names.person(referral.by)
  const supervisors = format.list(names.supervisors.map((person) => names.call(person.id)))
  return (
    <section
      className="said-box"
      aria-label={t("refer.standing", { name: supervisors, by: names.call(referral.by) })}
    >
      <p className="row wrap baseline">
        <Who side={by?.side ?? "s"} name={by?.name ?? "?"} silent />
        <b className="strong">{t("refer.standing", { name: supervisors, by: names.call(referral.by) })}</b>
        <time className="small q" dateTime={referral.at}>
          {format.dateTime(new Date(referral.at), "moment")}
        </time>
      </p>
      {referral.reason && <p className="verbatim">{referral.reason}</p>}
      {isCoder && (
        <div className="row wrap">
          <NoteOpinion {...props} />
          <Button
            kind="bare"
            busy={busy}
            onClick={() =>
              void attempt(() => ask("DELETE", about(flag.id, "referrals")), t("said.takenBack"))
            }
          >
            {t("refer.withdraw")}
          </Button>
        </div>
      )}
    </section>
  )
}
