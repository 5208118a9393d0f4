"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { CheckScope, Participant } from "../../../../../../core/memberCheck"
import type { Speaker } from "../../../../../../core/model"

interface Props {
  readonly participant: Participant
  readonly participants: readonly Participant[]
  readonly speaking: readonly Speaker[]
  readonly turns: number
  readonly scope: CheckScope
  readonly unfinished: boolean
  /** Names of the key that stand in what is read. */
  readonly names: readonly string[]
}

/** What a participant will read, in the words of who is about to send it, and what speaks against sending it now. */
export function Seen({ participant, participants, speaking, turns, scope, unfinished, names }: Props) {
  const t = useTranslations("memberCheck.new")
  const common = useTranslations("common")
  const format = useFormatter()
  const { label, words, begins } = participant
  const others = speaking
    .filter(({ id }) => id !== participant.id)
    .map((each) => common("quoted", { words: each.label }))
  return (
    <>
      <div className="seen">
        <p>
          {scope === "own"
            ? t("seesOwn", { turns: participant.turns, words, label })
            : others.length > 0
              ? t("seesWhole", { turns, label, others: format.list(others) })
              : t("seesWholeAlone", { turns })}
        </p>
        <blockquote className="verbatim">{begins}</blockquote>
        <p className="small q2">{t("never")}</p>
      </div>
      {scope === "whole" && participants.length > 1 && <p className="notice">{t("group")}</p>}
      {names.length > 0 && (
        <p className="notice">{t("names", { count: names.length, names: format.list(names) })}</p>
      )}
      {unfinished && <p className="notice">{t("unfinished")}</p>}
    </>
  )
}
