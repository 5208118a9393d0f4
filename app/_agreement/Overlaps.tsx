"use client"

import { useTranslations } from "next-intl"
import { groupBy } from "../../core/overlap"
import type { Read } from "./read"

const MOST = 12

/** Which codes of the set that should exclude each other one person put on the same words, and how often. */
export function Overlaps({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement.overlaps")
  const { answer, names } = read
  const { overlaps, overlapCount } = answer.figures.overall.exclusive
  if (overlapCount === 0) return null
  const pairs = groupBy(overlaps, ({ codes }) => JSON.stringify([...codes].sort()))
  const lines = [...pairs.values()].sort((x, y) => y.length - x.length)
  return (
    <details className="overlaps small">
      <summary>{t("title", { count: overlapCount })}</summary>
      <p className="q2 prose">{t("lead")}</p>
      <ul className="lines">
        {lines.slice(0, MOST).map((places) => {
          const [{ codes }] = places as [(typeof places)[number]]
          const people = [...new Set(places.map(({ coder }) => names.coder(coder)))]
          return (
            <li key={codes.join(" ")}>
              {t("line", {
                one: names.code(codes[0]),
                other: names.code(codes[1]),
                count: places.length,
                names: people.join(", "),
              })}
            </li>
          )
        })}
      </ul>
      {lines.length > MOST && <p className="q2">{t("more", { count: lines.length - MOST })}</p>}
    </details>
  )
}
