"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Confusion } from "../../core/agreement/result"
import { Select } from "../_ui/Field"
import { type CodeOrNone, squareOf, takenForEachOther } from "./confusing"
import { Drawing } from "./Drawing"
import { stepOf } from "./geometry"
import { fitting, widthOf } from "./labels"
import type { Read } from "./read"
import { useAgreementWords } from "./useAgreementWords"
import { useExport } from "./useExport"

const MOST_CODES = 10
const CELL = 42
const ROW = 30
const HEAD = 118
const LETTERS = 13

/** Which code of one stands where the other has which. */
export function ConfusionMap({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const { answer, names } = read
  const [chosen, setChosen] = useState(0)
  const { confusion } = answer.figures
  const of = confusion[chosen] ?? confusion[0]
  const people = (each: Confusion) => ({ first: names.coder(each.first), second: names.coder(each.second) })
  if (!of || of.cells.length === 0) return <p className="q2">{t("confusion.empty")}</p>
  return (
    <>
      {confusion.length > 1 && (
        <Select
          label={t("confusion.pair")}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
        >
          {confusion.map((each, at) => (
            <option key={`${each.first} ${each.second}`} value={at}>
              {t("choose.pairOf", people(each))}
            </option>
          ))}
        </Select>
      )}
      <Square of={of} people={people(of)} read={read} />
    </>
  )
}

interface Props {
  readonly of: Confusion
  readonly people: { readonly first: string; readonly second: string }
  readonly read: Read
}

function Square({ of, people, read }: Props) {
  const t = useTranslations("agreement.confusion")
  const words = useAgreementWords()
  const csv = useExport(read)
  const { names } = read
  const square = squareOf(of, MOST_CODES)
  const name = (code: CodeOrNone) => (code === null ? t("none") : names.code(code))
  const rows = square.rows.slice(0, -1)
  const longest = Math.max(...rows.map((code) => widthOf(name(code), LETTERS)))
  const left = Math.min(200, Math.max(90, longest + 14))
  const size = {
    width: left + CELL * square.columns.length + 70,
    height: HEAD + ROW * rows.length + 8,
  }
  const cells = square.cells.filter(({ row }) => row < rows.length)
  const [worst] = takenForEachOther(of)
  const title = t("caption", people)
  return (
    <>
      <Drawing
        title={title}
        description={t("desc", { codes: rows.length, ...people })}
        size={size}
        file={t("file")}
        csv={() => csv("csv", "confusion")}
        head={<p className="small q2">{t("lead", people)}</p>}
        table={<Table {...{ square, rows, name, title, first: people.first }} />}
      >
        {square.columns.map((code, column) => (
          <text
            key={code ?? ""}
            className={code === null ? "q" : undefined}
            transform={`translate(${left + CELL * (column + 0.5) + 4} ${HEAD - 8}) rotate(-38)`}
          >
            {fitting(name(code), 150, LETTERS)}
          </text>
        ))}
        {rows.map((code, row) => (
          <text key={code} x="0" y={HEAD + ROW * (row + 0.5) + 4.5}>
            {fitting(name(code), left - 10, LETTERS)}
          </text>
        ))}
        {rows.map((code, row) => (
          <rect
            key={code}
            className="diagonal"
            x={left + CELL * row + 1}
            y={HEAD + ROW * row + 1}
            width={CELL - 2}
            height={ROW - 2}
            rx="2"
          />
        ))}
        {cells.map(({ row, column, share }) => {
          const same = row === column
          const step = stepOf(share)
          return (
            <g key={`${row} ${column}`} transform={`translate(${left + CELL * column} ${HEAD + ROW * row})`}>
              <rect
                className={same ? `h${step}` : `f${step}`}
                x="2.5"
                y="2.5"
                width={CELL - 5}
                height={ROW - 5}
                rx="1.5"
              />
              <text
                className={same ? `on-h${step}` : `on-f${step}`}
                x={CELL / 2}
                y={ROW / 2 + 4.5}
                textAnchor="middle"
              >
                {words.share(share)}
              </text>
            </g>
          )
        })}
      </Drawing>
      {worst && (
        <p className="small">
          {t("worst", { ...people, one: name(worst.ofFirst), other: name(worst.ofSecond) })}
        </p>
      )}
      {square.left > 0 && <p className="small q2">{t("left", { count: square.left })}</p>}
    </>
  )
}

interface TableProps {
  readonly square: ReturnType<typeof squareOf>
  readonly rows: readonly CodeOrNone[]
  readonly name: (code: CodeOrNone) => string
  readonly title: string
  readonly first: string
}

function Table({ square, rows, name, title, first }: TableProps) {
  const t = useTranslations("agreement.confusion")
  const words = useAgreementWords()
  return (
    <table className="flush">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rows", { first })}</th>
          {square.columns.map((code) => (
            <th key={code ?? ""} scope="col" className="r">
              {name(code)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((code, row) => (
          <tr key={code}>
            <th scope="row">{name(code)}</th>
            {square.columns.map((other, column) => {
              const cell = square.cells.find((each) => each.row === row && each.column === column)
              return (
                <td key={other ?? ""} className="r">
                  {cell ? words.percent(cell.share) : ""}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
