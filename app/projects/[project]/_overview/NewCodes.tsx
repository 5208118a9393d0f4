import { useTranslations } from "next-intl"
import type { SourceOverview } from "../../../../server/queries/overview"
import { Bars } from "../../../_ui/Marks"
import { coderOn } from "./progress"

/** New codes that each coder brought in with a source, on the scale of the richest one. */
export function NewCodes({ source, most }: { readonly source: SourceOverview; readonly most: number }) {
  const t = useTranslations("overview")
  const a = coderOn("a", source)?.newCodes ?? 0
  const b = coderOn("b", source)?.newCodes ?? 0
  if (a + b === 0) return null
  return (
    <span title={t("newCodes", { a, b })}>
      <Bars a={a} b={b} of={most} />
      <span className="vh">{t("newCodes", { a, b })}</span>
    </span>
  )
}
