"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { DocumentAgreement } from "../../core/agreement/result"
import { Button } from "../_ui/Button"
import { Drawing } from "./Drawing"
import { barsAlong, leastAlike } from "./geometry"
import { outOfHundred } from "./outOfHundred"
import type { Read } from "./read"
import { Tenths } from "./Tenths"
import { useAgreementWords } from "./useAgreementWords"
import { useExport } from "./useExport"

const [FEWEST, MOST] = [3, 8]
const SIZE = { width: 560, height: 52 }
const FOOT = 18

/** Where along each transcript what is coded is coded alike. */
export function AlongTexts({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement.along")
  const [all, setAll] = useState(false)
  const { documents, codes } = read.answer.figures
  // About as many as stand beside a table of so many codes.
  const atFirst = Math.min(MOST, Math.max(FEWEST, Math.round(codes.length / 5)))
  const shown = all ? documents : documents.slice(0, atFirst)
  return (
    <>
      {shown.map((document) => (
        <AlongText key={document.document} document={document} read={read} />
      ))}
      {shown.length < documents.length && (
        <Button kind="bare" onClick={() => setAll(true)}>
          {t("more", { count: documents.length - shown.length })}
        </Button>
      )}
    </>
  )
}

function AlongText({ document, read }: { readonly document: DocumentAgreement; readonly read: Read }) {
  const t = useTranslations("agreement.along")
  const words = useAgreementWords()
  const csv = useExport(read)
  const name = read.names.document(document.document)
  const bars = barsAlong(document.along, SIZE)
  const least = leastAlike(document.along)
  const n = least ? outOfHundred(least.agreement) : 0
  const stretch = { from: least?.from ?? 0, to: least?.to ?? 0, n }
  const title = t("caption", { source: name })
  const count = document.along.length
  return (
    <Drawing
      title={title}
      description={t("desc", { least: least ? "some" : "none", ...stretch })}
      size={{ width: SIZE.width, height: SIZE.height + FOOT }}
      fluid
      file={`${t("file")}-${name.replace(/[^\p{L}\p{N}]+/gu, "-")}`}
      csv={() => csv("csv", "along")}
      under={<Tenths document={document} read={read} />}
      head={
        <p>
          <span className="strong">{name}</span>
          <span className="small q2 after">{least ? t("least", stretch) : t("nothingHere")}</span>
        </p>
      }
      table={
        <table className="flush">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("part")}</th>
              <th scope="col" className="r">
                {t("share")}
              </th>
            </tr>
          </thead>
          <tbody>
            {document.along.map(({ start, agreement }, at) => (
              <tr key={start}>
                <th scope="row">{t("partOf", { from: at / count, to: (at + 1) / count })}</th>
                <td className="r">
                  {agreement.value === null ? t("nothing") : words.percent(agreement.value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <path className="track" d={`M0 ${SIZE.height}H${SIZE.width}`} />
      {bars.map(({ x, width, height, filled }, at) => (
        <g key={document.along[at]!.start}>
          <rect
            className="coded"
            x={x + 0.75}
            y={SIZE.height - height}
            width={Math.max(0.5, width - 1.5)}
            height={height}
          />
          <rect
            className="alike"
            x={x + 0.75}
            y={SIZE.height - filled}
            width={Math.max(0.5, width - 1.5)}
            height={filled}
          />
        </g>
      ))}
      <text className="q small" x="0" y={SIZE.height + 14}>
        {t("start")}
      </text>
      <text className="q small" x={SIZE.width} y={SIZE.height + 14} textAnchor="end">
        {t("end")}
      </text>
    </Drawing>
  )
}
