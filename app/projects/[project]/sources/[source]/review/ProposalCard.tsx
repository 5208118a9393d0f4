"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Proposal } from "../../../../../../core/reading"
import type { FlagView } from "../../../../../../core/view"
import type { Readings } from "../../../../../_discussion/readings"
import { useVerdictWords } from "../../../../../_discussion/useVerdictWords"
import { Who } from "../../../../../_ui/Who"
import type { Discussing } from "./discussing"

interface Props {
  readonly discussing: Discussing
  readonly flag: FlagView
  readonly readings: Readings
  readonly proposal: Proposal
  readonly children?: ReactNode
}

/** What one of the two says it should come to, with their reason. */
export function ProposalCard({ discussing: { names, me }, flag, readings, proposal, children }: Props) {
  const t = useTranslations("review.proposal")
  const format = useFormatter()
  const verdict = useVerdictWords(names)(proposal.verdict, flag, readings)
  const person = names.person(proposal.by)
  const isMine = proposal.by === me
  const name = names.call(proposal.by)
  return (
    <section className="said-box" aria-label={isMine ? t("yours", { verdict }) : t("by", { name, verdict })}>
      <p className="row wrap baseline">
        <Who side={person?.side ?? "s"} name={person?.name ?? name} silent />
        <b className="strong">{isMine ? t("yours", { verdict }) : t("by", { name, verdict })}</b>
        <time className="small q" dateTime={proposal.at}>
          {format.dateTime(new Date(proposal.at), "moment")}
        </time>
      </p>
      {proposal.reason && <p className="verbatim">{proposal.reason}</p>}
      {proposal.oral && <p className="small q2">{isMine ? t("yourOral") : t("oral", { name })}</p>}
      {children}
    </section>
  )
}
