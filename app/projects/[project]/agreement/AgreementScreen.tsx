"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type AskedAgreement, usualAsked } from "../../../../core/agreement/project/asked"
import { asQuery, readAsked } from "../../../../core/agreement/project/query"
import { Figures } from "../../../_agreement/Figures"
import { Hidden } from "../../../_agreement/Hidden"
import { NothingYet } from "../../../_agreement/NothingYet"
import { namesIn } from "../../../_agreement/names"
import { useAddress } from "../../../_agreement/useAddress"
import { useAgreement } from "../../../_agreement/useAgreement"
import { addressOf, readView, type View } from "../../../_agreement/view"
import { Waiting } from "../../../_agreement/Waiting"
import { reviewAddress } from "../../../_discussion/narrowed"
import { ask, Problem } from "../../../_sync/api"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { ErrorState } from "../../../_ui/States"
import { useToast } from "../../../_ui/Toasts"

interface Props {
  readonly project: string
  /** One may have the project report its agreement. */
  readonly mayShow: boolean
  /** The sources whose review one may open, and those that one codes. */
  readonly reviews: readonly string[]
  readonly codes: readonly string[]
}

/** A project's agreement. What is asked and how it is looked at stand in the address, so that it can be sent on. */
export function AgreementScreen({ project, mayShow, reviews, codes }: Props) {
  const t = useTranslations("agreement")
  const sentence = useProblem()
  const say = useToast()
  const { address, goTo } = useAddress()
  const { view, rest } = readView(new URLSearchParams(address))
  const { answer, problem, pending, again } = useAgreement(project, rest)
  const [file, setFile] = useState<string | null>(null)
  const asked = askedIn(rest)
  const go = (view: View, query: string) => goTo(addressOf(view, query))
  const askFor = (change: Partial<AskedAgreement>) => go(view, asQuery({ ...asked, ...change }))

  if (problem !== null && !pending) {
    // An address that was kept or sent on outlives a source and a code.
    const isOfAddress = problem instanceof Problem && problem.code === "invalid-body"
    return (
      <div className="main narrow">
        <ErrorState
          title={t("failed.title")}
          action={
            <>
              {!isOfAddress && <Button onClick={again}>{t("failed.again")}</Button>}
              {rest !== "" && (
                <Button kind={isOfAddress ? "plain" : "bare"} onClick={() => go(view, "")}>
                  {t("failed.usual")}
                </Button>
              )}
            </>
          }
        >
          {isOfAddress ? t("failed.address") : sentence(problem)}
        </ErrorState>
      </div>
    )
  }
  if (answer === null) return <Waiting draws={asked.draws} withoutIntervals={() => askFor({ draws: 0 })} />
  if (!answer.shown) {
    const show = async () => {
      await ask("PATCH", `/api/projects/${project}`, { agreement: "shown" }).then(again, (error) =>
        say(sentence(error)),
      )
    }
    return <Hidden answer={answer} show={mayShow ? show : null} />
  }
  if (answer.sources.length === 0) return <NothingYet project={project} />
  return (
    <>
      <Figures
        read={{
          project,
          answer,
          names: namesIn(answer),
          asked,
          view,
          change: (change) => go({ ...view, ...change }, rest),
          ask: askFor,
          reviewOf: (source, narrowed) =>
            reviews.includes(source) ? reviewAddress(project, source, narrowed) : null,
          isCodedByReader: (source) => codes.includes(source),
          take: (address) => (answer.names === 0 ? take(address) : setFile(address)),
        }}
        isPending={pending}
      />
      {file !== null && (
        <ConfirmDialog
          open
          onOpenChange={() => setFile(null)}
          title={t("export.names.title")}
          confirm={t("export.names.confirm")}
          onConfirm={() => take(file)}
        >
          {t("export.names.body", { count: answer.names })}
        </ConfirmDialog>
      )}
    </>
  )
}

/** What the server would say of what cannot be read is said as its refusal. */
function askedIn(query: string): AskedAgreement {
  const read = readAsked(new URLSearchParams(query))
  return "asked" in read ? read.asked : usualAsked
}

function take(address: string): void {
  const link = document.createElement("a")
  link.href = address
  link.download = ""
  link.click()
}
