"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { type Participant, type Withdrawal, withdrawals } from "../../../../core/participants/model"
import { type Language, tableWords } from "../../../../core/participants/words"
import type { StandsIn } from "../../../../server/queries/standsOf"
import { ask } from "../../../_sync/api"
import { Button, ButtonLink } from "../../../_ui/Button"
import { ChoiceCards } from "../../../_ui/Choice"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { Alert, Skeleton } from "../../../_ui/States"
import type { Table } from "./useTable"
import { useRefused } from "./useWrong"

interface Props {
  readonly project: string
  readonly participant: Participant
  readonly table: Table
  readonly language: Language
  readonly mayErase: boolean
  readonly close: () => void
}

/** That somebody withdraws: what they want, what stands from them, and where it is erased. */
export function WithdrawDialog({ project, participant, table, language, mayErase, close }: Props) {
  const t = useTranslations("participants.withdraw")
  const common = useTranslations("common")
  const refused = useRefused()
  const [wanted, setWanted] = useState<Withdrawal>(participant.withdrawal)
  const [stands, setStands] = useState<readonly StandsIn[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { id, letter } = participant

  useEffect(() => {
    let isShown = true
    ask<{ sources: StandsIn[] }>("GET", `/api/projects/${project}/participants/${id}/standing`)
      .then(({ sources }) => isShown && setStands(sources))
      .catch((error) => isShown && setFailure(refused(error)))
    return () => {
      isShown = false
    }
  }, [project, id, refused])

  async function note() {
    setBusy(true)
    try {
      await table.changeNow({ edits: [{ participant: id, column: "withdrawal", text: wanted }] })
      close()
    } catch (error) {
      setFailure(refused(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && close()}
      title={t("title", { letter })}
      description={t("lead")}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("close")}</Button>
          </DialogClose>
          <Button kind="primary" busy={busy} disabled={wanted === participant.withdrawal} onClick={note}>
            {t("note")}
          </Button>
        </>
      }
    >
      <ChoiceCards
        label={t("wanted")}
        value={wanted}
        onChange={setWanted}
        options={withdrawals.map((value) => ({
          value,
          label: value === "none" ? t("none") : tableWords[language].withdrawal[value],
          hint: t(`hint.${value}`),
        }))}
      />
      <section className="stack tight" aria-label={t("stands")}>
        <h3>{t("stands")}</h3>
        {failure !== null && <Alert>{failure}</Alert>}
        {stands === null && failure === null && <Skeleton lines={2} />}
        {stands?.length === 0 && <p className="q2">{t("nowhere")}</p>}
        {stands && stands.length > 0 && (
          <ul className="lines people-stands">
            {stands.map((each) => (
              <li key={each.source}>
                <span className="grow">
                  <span className="strong">{each.title}</span>{" "}
                  <span className="q2">
                    {t("there", { letter: each.letter, turns: each.turns, words: each.words })}
                    {each.codings !== null && t("codings", { count: each.codings })}
                    {each.marks !== null && t("marks", { count: each.marks })}
                    {each.recorded && t("recorded")}
                    {each.memos > 0 && t("memos", { count: each.memos })}
                  </span>
                </span>
                {mayErase && (
                  <ButtonLink kind="bare" href={`/projects/${project}/sources/${each.source}/erase`}>
                    {t("erase")}
                  </ButtonLink>
                )}
              </li>
            ))}
          </ul>
        )}
        <p className="small q2">{t(mayErase ? "then" : "thenOwner")}</p>
      </section>
    </Dialog>
  )
}
