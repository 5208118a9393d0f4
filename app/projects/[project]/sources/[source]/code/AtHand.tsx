"use client"

import { useTranslations } from "next-intl"
import type { ListedCode } from "./codeList"
import type { DeskSource } from "./deskSource"

/** What a code means, while one uses it. */
export function Definition({ code }: { readonly code: ListedCode }) {
  const t = useTranslations("desk.side")
  return (
    <section className="section" aria-label={t("definition")}>
      <h3 className="small q">{t("definition")}</h3>
      <p className="strong">{code.name}</p>
      <p className="small q2">{code.definition || t("undefined")}</p>
    </section>
  )
}

/** Who speaks, where, how it was recorded. */
export function Context({ context }: { readonly context: DeskSource["source"]["context"] }) {
  const t = useTranslations("desk.side")
  const known = (["who", "where", "how"] as const).filter((what) => context[what])
  if (known.length === 0) return null
  return (
    <details className="section">
      <summary className="small q">{t("context")}</summary>
      <dl className="context">
        {known.map((what) => (
          <div key={what}>
            <dt className="small q">{t(what)}</dt>
            <dd className="small">{context[what]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** Why nothing of the other's is to be seen. */
export function AloneNote({
  other,
  blindness,
}: {
  readonly other: string
  readonly blindness: "passage" | "source"
}) {
  const t = useTranslations("desk.side")
  return (
    <div className="foot alone">
      <span className="veil" aria-hidden="true" />
      <p className="small q2">
        <b className="strong">{t("alone")}</b> {t(`aloneUntil.${blindness}`, { name: other })}
      </p>
    </div>
  )
}
