"use client"

import { useTranslations } from "next-intl"
import type { Side } from "../../../../../../core/model"
import { lengthOf } from "../../../../../../core/text"
import type { AgreementView } from "../../../../../../core/view"
import { beginningOf } from "../../../../../_discussion/quoteText"
import { readingsOf } from "../../../../../_discussion/readings"
import { KindGlyph } from "../../../../../_ui/KindGlyph"
import { variables } from "../../../../../_ui/Marks"
import { Quoted } from "../../../../../_ui/Quoted"
import type { Discussing } from "./discussing"
import { differInExtent } from "./QuietLines"

/** What both did alike, in the order of the text; where they cut it differently, both extents. */
export function Agreements({ discussing }: { readonly discussing: Discussing }) {
  const t = useTranslations("review.agreements")
  const agreements = Object.values(discussing.view.agreements)
    .filter(discussing.within)
    .sort((a, b) => a.text.from - b.text.from)
  return (
    <div className="talk">
      <h1 className="lead">{t("title")}</h1>
      <p className="q2 prose">{agreements.length > 0 ? t("body") : t("none")}</p>
      <ul className="lines quiet-list">
        {agreements.map((agreement) => (
          <Line key={agreement.id} discussing={discussing} agreement={agreement} />
        ))}
      </ul>
    </div>
  )
}

function Line({
  discussing,
  agreement,
}: {
  readonly discussing: Discussing
  readonly agreement: AgreementView
}) {
  const t = useTranslations("review.flag")
  const { view, names } = discussing
  const readings = readingsOf(agreement, view.codings)
  const all = [...readings.a, ...readings.b]
  const from = Math.min(...all.map(({ words }) => words.from))
  const long = Math.max(...all.map(({ words }) => words.to)) - from
  const [a, b] = (["a", "b"] as const).map((side: Side) =>
    readings[side].reduce((sum, { words }) => sum + lengthOf(words), 0),
  ) as [number, number]
  const share = (place: number) => (100 * (place - from)) / long
  return (
    <li>
      <span className="row">
        <KindGlyph kind="agree" silent />
        <b className="strong grow">{names.code(names.canonical(all[0]!.code))}</b>
        <span className="small q num">{t("extents", { a, b })}</span>
      </span>
      <p className="verbatim small">
        <Quoted>{beginningOf(all[0]!.quote, 160)}</Quoted>
      </p>
      {differInExtent(agreement, view.codings) && (
        <div className="extents" aria-hidden="true">
          {all.map(({ unit, side, words }) => (
            <i
              key={unit}
              className={side}
              style={variables({ from: share(words.from), to: share(words.to) })}
            />
          ))}
        </div>
      )}
    </li>
  )
}
