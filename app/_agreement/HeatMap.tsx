"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import type { Figure } from "../../core/agreement/figure"
import type { DocumentAgreement } from "../../core/agreement/result"
import { Drawing, type DrawnLink } from "./Drawing"
import { stepOf } from "./geometry"
import { fitting, widthOf } from "./labels"
import { onlyPair } from "./names"
import { byNeedOfTalk } from "./needOfTalk"
import type { Read } from "./read"
import { useAgreementWords } from "./useAgreementWords"
import { useExport } from "./useExport"
import { Value } from "./Value"

const FOOT = 30
const LETTERS = 13
/** What the key's steps take, before the words on cells without a figure. */
const KEY_WIDTH = 222
/** From so many documents on the map takes the page's whole width. */
export const MANY_DOCUMENTS = 7
/** From so many codes on lines stand closer. */
const MANY_CODES = 16

/** A code's figure in each source, dark where it is high; every value is written. */
export function HeatMap({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const words = useAgreementWords()
  const csv = useExport(read)
  const { answer, view, names, reviewOf } = read
  const codes = byNeedOfTalk(answer.figures.codes).map(({ code }) => code.code)
  const documents = answer.figures.documents
  if (codes.length === 0 || documents.length === 0) return null
  const isByPair =
    view.coefficient === "kappa" &&
    documents.every((each) => each.codes.every(({ pairs }) => onlyPair(pairs)))
  const cells = codes.map((code) => documents.map((document) => cellOf(document, code, isByPair)))
  const coefficient = t(`coefficient.${isByPair ? "kappa" : "alpha"}`)
  const longest = Math.max(...codes.map((code) => widthOf(names.code(code), LETTERS)))
  const left = Math.min(210, Math.max(90, longest + 14))
  const room = documents.length < MANY_DOCUMENTS ? 560 : 980
  const cell = Math.min(92, Math.max(44, (room - left) / documents.length))
  const isUpright = documents.every(({ document }) => widthOf(names.document(document), LETTERS) <= cell - 6)
  const head = isUpright ? 26 : 92
  const line = codes.length < MANY_CODES ? 30 : 25
  const size = {
    width: Math.max(
      left + cell * documents.length + (isUpright ? 0 : 60),
      KEY_WIDTH + widthOf(t("heat.undefined"), LETTERS) + 10,
    ),
    height: head + line * codes.length + FOOT,
  }
  const links = documents.flatMap(({ document }, column): CellLinked[] => {
    const about = answer.documents.find(({ id }) => id === document)
    return codes.flatMap((code, row) => {
      const count = about?.disagreements.codes[code] ?? 0
      const href = about && count > 0 && reviewOf(about.source, { code, below: answer.asked.parents })
      if (!href) return []
      const words = t("disputes.ofCell", { count, code: names.code(code), source: names.document(document) })
      return [
        {
          x: left + cell * column,
          y: head + line * row,
          width: cell,
          height: line,
          href,
          title: words,
          row,
          column,
        },
      ]
    })
  })
  const title = t("heat.caption", { coefficient })
  return (
    <Drawing
      title={title}
      description={t("heat.desc", { codes: codes.length, sources: documents.length })}
      size={size}
      file={t("heat.file")}
      csv={() => csv("csv", "document-codes")}
      links={links}
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
                    <CellLink link={links.find((each) => each.row === row && each.column === column)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      {documents.map(({ document }, column) =>
        isUpright ? (
          <text
            key={document}
            className="q"
            x={left + cell * (column + 0.5)}
            y={head - 9}
            textAnchor="middle"
          >
            {fitting(names.document(document), cell - 6, LETTERS)}
          </text>
        ) : (
          <text
            key={document}
            className="q"
            transform={`translate(${left + cell * (column + 0.5) - 4} ${head - 8}) rotate(-38)`}
          >
            {fitting(names.document(document), 120, LETTERS)}
          </text>
        ),
      )}
      {codes.map((code, row) => (
        <g key={code} transform={`translate(0 ${head + line * row})`}>
          <text x="0" y={line / 2 + 4.5}>
            {fitting(names.code(code), left - 10, LETTERS)}
          </text>
          {cells[row]!.map((figure, column) => {
            const step = stepOf(figure.value)
            return (
              <g key={documents[column]!.document} transform={`translate(${left + cell * column} 0)`}>
                {figure.value !== null && (
                  <rect className={`h${step}`} x="1" y="1" width={cell - 2} height={line - 2} rx="2" />
                )}
                <text
                  className={figure.value === null ? "q" : `on-h${step}`}
                  x={cell / 2}
                  y={line / 2 + 4.5}
                  textAnchor="middle"
                >
                  {words.figure(figure)}
                </text>
              </g>
            )
          })}
        </g>
      ))}
      <g transform={`translate(0 ${head + line * codes.length + 20})`}>
        <text className="q" x="0" y="0">
          {t("heat.less")}
        </text>
        {([1, 2, 3, 4, 5] as const).map((step, at) => (
          <rect key={step} className={`h${step}`} x={40 + at * 25} y="-9" width="22" height="10" rx="1" />
        ))}
        <text className="q" x="172" y="0">
          {t("heat.more")}
        </text>
        <text className="q" x={KEY_WIDTH} y="0">
          {t("heat.undefined")}
        </text>
      </g>
    </Drawing>
  )
}

interface CellLinked extends DrawnLink {
  readonly row: number
  readonly column: number
}

/** The same way for who has no pointer. */
function CellLink({ link }: { readonly link: CellLinked | undefined }) {
  const t = useTranslations("agreement.disputes")
  if (!link) return null
  return (
    <>
      {" "}
      <Link className="link small" href={link.href} title={link.title}>
        <span aria-hidden="true">{t("open")}</span>
        <span className="vh">{link.title}</span>
      </Link>
    </>
  )
}

function cellOf({ codes }: DocumentAgreement, code: string, isByPair: boolean): Figure {
  const here = codes.find((each) => each.code === code)
  if (!here) return { value: null, reason: "no variation" }
  const pair = isByPair ? onlyPair(here.pairs) : null
  return pair ? pair.cohenKappa : here.krippendorffAlpha
}
