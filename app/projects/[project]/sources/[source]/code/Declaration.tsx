"use client"

import { useTranslations } from "next-intl"
import { Button } from "../../../../../_ui/Button"

/** Asked once, at the first reveal: figures are given with and without it. */
export function Declaration({ declare }: { readonly declare: (talkedBefore: boolean) => void }) {
  const t = useTranslations("desk.declaration")
  return (
    <section className="section" aria-label={t("question")}>
      <p>{t("question")}</p>
      <p className="small q">{t("why")}</p>
      <div className="row">
        <Button onClick={() => declare(true)}>{t("yes")}</Button>
        <Button onClick={() => declare(false)}>{t("no")}</Button>
      </div>
    </section>
  )
}
