import { useTranslations } from "next-intl"
import { Mark } from "../_ui/Marks"
import type { Names } from "./names"
import type { Readings } from "./readings"

/** A's codes, then B's, each behind the mark of its side; what one alone coded stands against nothing. */
export function Versus({ readings, names }: { readonly readings: Readings; readonly names: Names }) {
  const t = useTranslations("review.flag")
  return (
    <span className="against">
      {(["a", "b"] as const).map((side) => (
        <span key={side} className="code">
          <Mark side={side} />
          {readings[side].length > 0 ? (
            [...new Set(readings[side].map((each) => names.code(each.code)))].join(", ")
          ) : (
            <i className="q">{t("nothing")}</i>
          )}
        </span>
      ))}
    </span>
  )
}
