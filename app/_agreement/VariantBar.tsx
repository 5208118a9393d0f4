"use client"

import { useTranslations } from "next-intl"
import { variants } from "../../core/agreement/project/asked"
import { Segmented } from "../_ui/Choice"
import type { Read } from "./read"

/** Which coding is compared, and in words what of it. */
export function VariantBar({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const { asked } = read.answer
  return (
    <div className="stack tight grow">
      <Segmented
        label={t("variant.label")}
        options={variants.map((value) => ({ value, label: t(`variant.${value}`) }))}
        value={read.asked.variant}
        onChange={(variant) => read.ask({ variant })}
      />
      <p className="small q2">
        {t(`variant.${asked.variant}Note`)} <Scope read={read} />
      </p>
    </div>
  )
}

function Scope({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const { answer, names } = read
  const { asked, sources } = answer
  const chosen = sources.filter(({ id }) => asked.sources === null || asked.sources.includes(id))
  const compared = chosen.filter(({ passages }) => passages > 0)
  const count = (of: (source: (typeof sources)[number]) => number) =>
    chosen.reduce((sum, source) => sum + of(source), 0)
  const passages = count((source) =>
    asked.stratum === "all" ? source.passages : source.strata[asked.stratum],
  )
  const single = count((source) => source.single)
  const parts = [
    t("scope.passages", { count: passages, sources: compared.length }),
    t(`scope.unit.${asked.unit}`),
    ...(asked.stratum === "all" ? [] : [t(`strata.${asked.stratum}`)]),
    ...(asked.pair
      ? [t("scope.pair", { first: names.coder(asked.pair[0]), second: names.coder(asked.pair[1]) })]
      : []),
    ...(asked.exclude.length > 0 ? [t("scope.excluded", { count: asked.exclude.length })] : []),
    ...(asked.parents ? [t("scope.children")] : []),
    ...(single > 0 ? [t("scope.single", { count: single })] : []),
  ]
  return <span>{`${parts.join(" · ")}.`.replace(/^./u, (letter) => letter.toUpperCase())}</span>
}
