"use client"

import { useTranslations } from "next-intl"
import type { SourceOverview } from "../../../../server/queries/overview"
import type { AskedWeakening } from "../../../../server/queries/weakening"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { Alert } from "../../../_ui/States"

/** What the reader is asked to consent to, source by source: what it means, and both answers. */
export function AskedOfCoders({ sources }: { readonly sources: readonly SourceOverview[] }) {
  return sources.map(
    ({ id, title, weakening }) =>
      weakening?.mine && <Asked key={weakening.id} source={id} title={title} weakening={weakening} />,
  )
}

interface Props {
  readonly source: string
  readonly title: string
  readonly weakening: AskedWeakening
}

function Asked({ source, title, weakening: { id, to, mine } }: Props) {
  const t = useTranslations("overview.weakening")
  const policy = useTranslations("source.coding.policy")
  const { busy, failed, change } = useChange()
  const answer = (method: "POST" | "DELETE") =>
    change(() => ask(method, `/api/sources/${source}/weakening/consents`, { weakening: id }))
  const words = { title, policy: policy(`${to}.name`) }
  return (
    <section className="card pad asked" aria-label={t("of", words)}>
      {mine === "consented" ? (
        <div className="row wrap">
          <p className="q2 grow">{t("consented", words)}</p>
          <Button kind="bare" busy={busy} onClick={() => answer("DELETE")}>
            {t("takeBack")}
          </Button>
        </div>
      ) : (
        <>
          <h2 className="strong">{t("asked", words)}</h2>
          <p className="q2">{policy(`${to}.hint`)}</p>
          <p>{t("means")}</p>
          <div className="row">
            <Button busy={busy} onClick={() => answer("POST")}>
              {t("consent")}
            </Button>
            <Button kind="bare" busy={busy} onClick={() => answer("DELETE")}>
              {t("decline")}
            </Button>
          </div>
        </>
      )}
      {failed && <Alert>{failed}</Alert>}
    </section>
  )
}
