"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Proposal } from "../../../../../../core/reading"
import { about, ask } from "../../../../../_sync/api"
import { Button } from "../../../../../_ui/Button"
import type { AnswerProps, Attempting } from "./Answer"
import { ProposalCard } from "./ProposalCard"
import { Refer } from "./Refer"
import { Reply } from "./Reply"

/** One's own proposal, while the other has not answered: it may be taken back, or changed. */
export function OwnProposal(props: AnswerProps & Attempting & { readonly proposal: Proposal }) {
  const { discussing, flag, readings, proposal, attempt, busy } = props
  const t = useTranslations("review")
  const [changing, setChanging] = useState(false)
  const { names, me } = discussing
  const other = [names.side.a, names.side.b].find((person) => person && person.id !== me)
  return (
    <>
      <ProposalCard {...{ discussing, flag, readings, proposal }}>
        <p className="small q2">{t("proposal.waiting", { name: other ? names.call(other.id) : "" })}</p>
        {!changing && (
          <div className="row wrap">
            <Button onClick={() => setChanging(true)}>{t("proposal.change")}</Button>
            <Button
              kind="bare"
              busy={busy}
              onClick={() =>
                void attempt(() => ask("DELETE", about(flag.id, "proposals")), t("said.withdrawn"))
              }
            >
              {t("proposal.withdraw")}
            </Button>
            <Refer {...props} />
          </div>
        )}
      </ProposalCard>
      {changing && <Reply {...props} onCancel={() => setChanging(false)} />}
    </>
  )
}
