"use client"

import { useTranslations } from "next-intl"
import type { HiddenAgreement } from "../../core/agreement/project/answer"
import { Button } from "../_ui/Button"
import { ConfirmDialog } from "../_ui/ConfirmDialog"
import { Paragraph } from "./Paragraph"

interface Props {
  readonly answer: HiddenAgreement
  /** Shows it from now on; null for whoever may not. */
  readonly show: (() => Promise<void>) | null
}

/** A project that reports no agreement: why, in words one may write down; and for its owner the way to show it. */
export function Hidden({ answer, show }: Props) {
  const t = useTranslations("agreement.hidden")
  return (
    <div className="main narrow stack loose agreement">
      <div className="stack">
        <h1 className="title">{t("title")}</h1>
        <p className="q2 prose">{t(answer.by)}</p>
      </div>
      <section className="stack">
        <h2>{t("paragraph")}</h2>
        <Paragraph text={answer.paragraph} />
      </section>
      <div className="stack">
        {show ? (
          <>
            <p className="q2 prose">{t("ask")}</p>
            <div>
              <ConfirmDialog
                title={t("show")}
                confirm={t("show")}
                onConfirm={() => show()}
                trigger={<Button>{t("show")}</Button>}
              >
                {t("showBody")}
              </ConfirmDialog>
            </div>
          </>
        ) : (
          <p className="q2">{t("owner")}</p>
        )}
      </div>
    </div>
  )
}
