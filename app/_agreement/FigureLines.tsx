"use client"

import { useTranslations } from "next-intl"
import type { UnitKind } from "../../core/agreement/documents"
import { type ShownFigure, said } from "./figures"
import { outOfHundred } from "./outOfHundred"
import { useAgreementWords } from "./useAgreementWords"
import { Value } from "./Value"

interface Props {
  readonly figures: readonly ShownFigure[]
  readonly unit: UnitKind
}

/** Figures, each with a sentence that says it to somebody, and where it comes from if one wants to know. */
export function FigureLines({ figures, unit }: Props) {
  const t = useTranslations("agreement")
  const words = useAgreementWords()
  return (
    <dl className="figure-lines">
      {figures.map(({ id, figure, interval, coverage, entered }) => (
        <div key={id} className="figure-line">
          <dt>
            <span className="strong">{t(`figures.${id}.name`)}</span>
            <details>
              <summary className="small">{t("explain.how")}</summary>
              <span className="small figure-origin">{t(`figures.${id}.formula`)}</span>
              <span className="small q2 figure-origin">{t(`figures.${id}.author`)}</span>
              {interval && interval.low === null && interval.reason !== "no figure" && (
                <span className="small q2 figure-origin">{words.noInterval(interval)}</span>
              )}
            </details>
          </dt>
          <dd className="value">
            <Value figure={figure} />
            {interval && interval.low !== null && (
              <span className="small q num interval">{words.interval(interval)}</span>
            )}
          </dd>
          <dd className="say">
            {figure.value === null ? (
              <span className="q2" aria-hidden="true">
                {words.undefined(figure)}
              </span>
            ) : (
              <Sentence id={id} value={figure.value} unit={unit} />
            )}
            {coverage && coverage.value !== null && figure.value !== null && (
              <span className="q2"> {t("explain.coverage", { n: outOfHundred(coverage.value) })}</span>
            )}
            {entered && figure.value !== null && entered.defined < entered.of && (
              <span className="q2">
                {" "}
                {t("explain.entered", { defined: entered.defined, of: entered.of })}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Sentence({ id, value, unit }: Pick<ShownFigure, "id"> & { value: number; unit: UnitKind }) {
  const t = useTranslations("agreement")
  const { how, n } = said(id, value)
  return how === "below chance"
    ? t("explain.below")
    : t(`figures.${id}.say`, { n, units: t(`units.${unit}`) })
}
