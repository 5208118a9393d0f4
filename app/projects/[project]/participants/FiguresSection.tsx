"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { headingOf } from "../../../../core/participants/blocks"
import { atEvent, type Figures, type Flow, figuresOf, flowOf } from "../../../../core/participants/figures"
import type { Sample } from "../../../../core/participants/model"
import type { Language } from "../../../../core/participants/words"
import { Section } from "../../../_frame/Section"
import { Select } from "../../../_ui/Field"
import { ScrollX } from "../../../_ui/ScrollX"
import { CopyBlock } from "./CopyBlock"
import { useFigureWords } from "./useFigureWords"

interface Props {
  readonly sample: Sample
  readonly language: Language
  readonly href: string
}

const steps = ["approached", "recruited", "tookPart", "sample"] as const
const losses = ["waiting", "refused", "expected", "absent", "declined", "leftBefore", "withdrew"] as const

/** The figures of the sample, as one reads them and as one writes them down. */
export function FiguresSection({ sample, language, href }: Props) {
  const t = useTranslations("participants.figures")
  const [where, setWhere] = useState("all")
  const people = where === "all" ? sample.participants : atEvent(sample, where)
  const flow = flowOf(people)
  const figures = sample.variables.map((variable) => figuresOf(variable, people))
  const words = useFigureWords(language)
  if (sample.participants.length === 0) return null
  const sentences = [words.flow(flow), ...figures.map((each) => words.sentence(each))]
    .filter(Boolean)
    .join(" ")
  const rows = figures.filter(({ of }) => of !== "text").flatMap((each) => words.rows(each))
  const head = [t("variable"), t("value")]
  return (
    <Section title={t("title")} lead={t("lead")}>
      <div className="row wrap">
        <Select
          label={t("where")}
          value={where}
          onChange={({ currentTarget }) => setWhere(currentTarget.value)}
        >
          <option value="all">{t("all")}</option>
          {sample.events.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
        <span className="grow" />
        <span className="paper-only">{sample.events.find(({ id }) => id === where)?.title ?? t("all")}</span>
        <a className="link small" href={href} download>
          {t("export")}
        </a>
      </div>
      <FlowLine flow={flow} />
      {rows.length > 0 && (
        <CopyBlock label={t("copyTable")} text={[head, ...rows].map((row) => row.join("\t")).join("\n")}>
          <ScrollX label={t("title")}>
            <table className="flush people-figures">
              <thead>
                <tr>
                  {head.map((each) => (
                    <th key={each} scope="col">
                      {each}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([what, value], row) => (
                  <tr key={row}>
                    <th scope="row">{what}</th>
                    <td>{value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        </CopyBlock>
      )}
      <Filled figures={figures} />
      <CopyBlock label={t("copySentence")} text={sentences}>
        <p className="prose verbatim">{sentences}</p>
      </CopyBlock>
      <p className="small q2 prose">{t("method")}</p>
    </Section>
  )
}

/** Texts are not counted: how many there are is said. */
function Filled({ figures }: { readonly figures: readonly Figures[] }) {
  const t = useTranslations("participants.figures")
  const texts = figures.filter(({ of }) => of === "text")
  if (texts.length === 0) return null
  return (
    <p className="small q2">
      {texts
        .map(({ variable, n, missing }) => t("filled", { name: headingOf(variable), n, of: n + missing }))
        .join(" · ")}
    </p>
  )
}

/** From those who were asked to those whose words are analysed, and where the others went. */
function FlowLine({ flow }: { readonly flow: Flow }) {
  const t = useTranslations("participants.figures.flow")
  return (
    <div className="stack tight">
      <dl className="figures people-flow">
        {steps.map((step) => (
          <div key={step}>
            <dt>{t(step)}</dt>
            <dd>{flow[step]}</dd>
          </div>
        ))}
      </dl>
      <p className="small q2">
        {losses
          .filter((loss) => flow[loss] > 0)
          .map((loss) => `${t(loss)} ${flow[loss]}`)
          .join(" · ")}
      </p>
    </div>
  )
}
