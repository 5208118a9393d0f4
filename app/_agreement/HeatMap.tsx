"use client"

import { useTranslations } from "next-intl"
import type { Figure } from "../../core/agreement/figure"
import type { DocumentAgreement } from "../../core/agreement/result"
import { Drawing } from "./Drawing"
import { stepOf } from "./geometry"
import { fitting, widthOf } from "./labels"
import { onlyPair } from "./names"
import { byNeedOfTalk } from "./needOfTalk"
import type { Read } from "./read"
import { useAgreementWords } from "./useAgreementWords"
import { useExport } from "./useExport"
import { Value } from "./Value"

const ROW = 30
const HEAD = 26
const FOOT = 30
const LETTERS = 13

/** A code's figure in each source, dark where it is high; every value is written. */
export function HeatMap({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const words = useAgreementWords()
  const csv = useExport(read)
  const { answer, view, names } = read
  const codes = byNeedOfTalk(answer.figures.codes).map(({ code }) => code.code)
  const documents = answer.figures.documents
  if (codes.length === 0 || documents.length === 0) return null
  const isByPair = view.coefficient === "kappa" && onlyPair(answer.figures.overall.pairs) !== null
  const cells = codes.map((code) => documents.map((document) => cellOf(document, code, isByPair)))
  const coefficient = t(`coefficient.${isByPair ? "kappa" : "alpha"}`)
  const longest = Math.max(...codes.map((code) => widthOf(names.code(code), LETTERS)))
  const left = Math.min(210, Math.max(90, longest + 14))
  const cell = Math.min(92, Math.max(54, (560 - left) / documents.length))
  const size = { width: left + cell * documents.length, height: HEAD + ROW * codes.length + FOOT }
  const title = t("heat.caption", { coefficient })
  return (
    <Drawing
      title={title}
      description={t("heat.desc", { codes: codes.length, sources: documents.length })}
      size={size}
      file={t("heat.file")}
      csv={() => csv("csv", "document-codes")}
      head={<p className="small q2">{coefficient}</p>}
      table={
        <table className="flush">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("heat.code")}</th>
              {documents.map(({ document }) => (
                <th key={document} scope="col" className="r">
                  {names.document(document)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {codes.map((code, row) => (
              <tr key={code}>
                <th scope="row">{names.code(code)}</th>
                {documents.map(({ document }, column) => (
                  <td key={document} className="r">
                    <Value figure={cells[row]![column]!} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      {documents.map(({ document }, column) => (
        <text key={document} className="q" x={left + cell * (column + 0.5)} y={HEAD - 9} textAnchor="middle">
          {fitting(names.document(document), cell - 6, LETTERS)}
        </text>
      ))}
      {codes.map((code, row) => (
        <g key={code} transform={`translate(0 ${HEAD + ROW * row})`}>
          <text x="0" y={ROW / 2 + 4.5}>
            {fitting(names.code(code), left - 10, LETTERS)}
          </text>
          {cells[row]!.map((figure, column) => {
            const step = stepOf(figure.value)
            return (
              <g key={documents[column]!.document} transform={`translate(${left + cell * column} 0)`}>
                {figure.value !== null && (
                  <rect className={`h${step}`} x="1" y="1" width={cell - 2} height={ROW - 2} rx="2" />
                )}
                <text
                  className={figure.value === null ? "q" : `on-h${step}`}
                  x={cell / 2}
                  y={ROW / 2 + 4.5}
                  textAnchor="middle"
                >
                  {words.figure(figure)}
                </text>
              </g>
            )
          })}
        </g>
      ))}
      <g transform={`translate(0 ${HEAD + ROW * codes.length + 20})`}>
        <text className="q" x="0" y="0">
          {t("heat.less")}
        </text>
        {([1, 2, 3, 4, 5] as const).map((step, at) => (
          <rect key={step} className={`h${step}`} x={40 + at * 25} y="-9" width="22" height="10" rx="1" />
        ))}
        <text className="q" x="172" y="0">
          {t("heat.more")}
        </text>
      </g>
    </Drawing>
  )
}

function cellOf({ codes }: DocumentAgreement, code: string, isByPair: boolean): Figure {
  const here = codes.find((each) => each.code === code)
  if (!here) return { value: null, reason: "no variation" }
  const pair = isByPair ? onlyPair(here.pairs) : null
  return pair ? pair.cohenKappa : here.krippendorffAlpha
}
