"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { signInPath } from "../../../../../_frame/ownPath"
import type { OwnLayer } from "../../../../../_sync/useLayer"
import { Icon } from "../../../../../_ui/Icon"
import type { DeskSource } from "./deskSource"
import { MachineDraft } from "./MachineDraft"

interface Props {
  readonly layer: OwnLayer
  readonly seen: DeskSource
  readonly owner: boolean
  readonly reload: () => void
}

/** What one must know before going on: signed out, words that are gone, borders that can still be moved. */
export function DeskAlerts({ layer, seen, owner, reload }: Props) {
  const t = useTranslations("desk.alerts")
  const common = useTranslations("common")
  const { source } = seen
  const place = `/projects/${source.project}/sources/${source.id}`
  return (
    <section className="desk-alerts" aria-label={t("label")}>
      {layer.state === "refused" && (
        <div className="alert" role="alert">
          <Icon name="warning" />
          <span className="grow">{t("refused")}</span>
          <a className="link" href={signInPath(`${place}/code`)}>
            {t("signIn")}
          </a>
        </div>
      )}
      {layer.lost.length > 0 && (
        <div className="alert" role="status">
          <Icon name="info" />
          <span className="grow">
            {t("lost", { count: layer.lost.length })}{" "}
            {layer.lost.map((coding) => common("quoted", { words: coding.anchor.quote })).join(", ")}
          </span>
        </div>
      )}
      {seen.machine?.state === "draft" && <MachineDraft source={source.id} read={reload} />}
      {!source.codingOpened && (
        <p className="small q borders">
          {owner && (
            <>
              {t("borders")}{" "}
              <Link className="link" href={`${place}/passages`}>
                {t("moveBorders")}
              </Link>
              {" · "}
            </>
          )}
          <Link className="link" href={`${place}/transcribe`}>
            {t("correct")}
          </Link>
        </p>
      )}
    </section>
  )
}
