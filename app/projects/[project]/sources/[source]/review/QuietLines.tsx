"use client"

import { useTranslations } from "next-intl"
import { lengthOf } from "../../../../../../core/text"
import type { AgreementView, ReviewView } from "../../../../../../core/view"
import { classes } from "../../../../../_ui/classes"
import { Icon } from "../../../../../_ui/Icon"
import { KindGlyph } from "../../../../../_ui/KindGlyph"
import type { Discussing } from "./discussing"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly shown: Shown
  readonly show: (shown: Shown) => void
}

/** What needs no discussion, a line each: what both did alike, and what was coded since. */
export function QuietLines({ discussing: { view, me, isCoder, within }, shown, show }: Props) {
  const t = useTranslations("review.list")
  const agreements = Object.values(view.agreements).filter(within)
  const later = Object.values(view.laterReadings)
  const waiting = isCoder ? later.filter((reading) => !reading.assent && reading.by !== me).length : 0
  const different = agreements.filter((each) => differInExtent(each, view.codings)).length
  return (
    <div className="quiet-lines">
      {agreements.length > 0 && (
        <button
          type="button"
          className={classes("flag-line", shown.is === "agreements" && "chosen")}
          aria-current={shown.is === "agreements" || undefined}
          onClick={() => show({ is: "agreements" })}
        >
          <KindGlyph kind="agree" silent />
          <span className="grow">
            {t("agreed", { count: agreements.length })}
            <span className="small q says">{t("agreedExtents", { count: different })}</span>
          </span>
        </button>
      )}
      {later.length > 0 && (
        <button
          type="button"
          className={classes("flag-line", shown.is === "readings" && "chosen")}
          aria-current={shown.is === "readings" || undefined}
          onClick={() => show({ is: "readings" })}
        >
          <Icon name="bookmark" />
          <span className="grow">
            {t("readings", { count: later.length })}
            {waiting > 0 && <span className="small q says">{t("readingsWaiting", { count: waiting })}</span>}
          </span>
        </button>
      )}
    </div>
  )
}

export function differInExtent({ units }: AgreementView, codings: ReviewView["codings"]): boolean {
  const words = units.flatMap((unit) => codings[unit]?.words ?? [])
  return words.some((each) => each.from !== words[0]!.from || lengthOf(each) !== lengthOf(words[0]!))
}
