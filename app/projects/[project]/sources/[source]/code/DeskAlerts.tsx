"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { signInPath } from "../../../../../_frame/ownPath"
import { Icon } from "../../../../../_ui/Icon"
import { LostCodings } from "./LostCodings"
import { MachineDraft } from "./MachineDraft"
import type { DeskKnown } from "./useDesk"
import type { Hand } from "./useHand"

interface Props {
  readonly known: Pick<DeskKnown, "layer" | "seen" | "codes" | "reload">
  readonly hand: Pick<Hand, "placing" | "setPlacing" | "placeLost" | "selected">
  readonly owner: boolean
}

/** What one must know before going on: signed out, words that are gone, borders that can still be moved. */
export function DeskAlerts({ known, hand, owner }: Props) {
  const { layer, seen, codes, reload } = known
  const t = useTranslations("desk.alerts")
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
        <LostCodings
          lost={layer.lost}
          nameOf={codes.nameOf}
          placing={hand.placing}
          setPlacing={hand.setPlacing}
          selected={hand.selected.span}
          place={hand.placeLost}
          remove={layer.remove}
        />
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
