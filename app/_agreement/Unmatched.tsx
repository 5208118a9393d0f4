"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { UnmatchedWords } from "../../core/agreement/project/unmatched"
import { beginningOf } from "../_discussion/quoteText"
import { Button } from "../_ui/Button"
import { Quoted } from "../_ui/Quoted"
import { ScrollX } from "../_ui/ScrollX"
import type { Read } from "./read"
import { useAgreementWords } from "./useAgreementWords"
import { useExport } from "./useExport"
import { useSeen } from "./useSeen"

const AT_FIRST = 15
const QUOTE = 150

/** What one coded that the other does not have, with its words. Unfolded, since to read it is to see the other's work. */
export function Unmatched({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement.unmatched")
  const csv = useExport(read)
  const { first, of } = read.answer.unmatched
  const [shown, setShown] = useState(0)
  const lines = first.slice(0, shown)
  useSeen(lines, read)
  if (of === 0) return <p className="q2 told">{t("none")}</p>
  const rest = first.length - shown
  return (
    <>
      {shown > 0 && <Lines lines={lines} read={read} />}
      <div className="row wrap acts">
        {rest > 0 && (
          <Button onClick={() => setShown(shown === 0 ? AT_FIRST : first.length)}>
            {shown === 0 ? t("show", { count: of }) : t("more", { count: rest })}
          </Button>
        )}
        {shown > 0 && (
          <Button kind="bare" icon="download" onClick={() => csv("csv", "unmatched")}>
            {t("csv", { count: of })}
          </Button>
        )}
      </div>
    </>
  )
}

function Lines({ lines, read }: { readonly lines: readonly UnmatchedWords[]; readonly read: Read }) {
  const t = useTranslations("agreement.unmatched")
  return (
    <ScrollX label={t("caption")}>
      <table className="flush by-quote">
        <caption className="vh">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("where")}</th>
            <th scope="col">{t("code")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("words")}</th>
            <th scope="col" className="r">
              {t("best")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={keyOf(line)} line={line} read={read} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

const keyOf = ({ passage, words, code, coder, other }: UnmatchedWords) =>
  [passage, words.from, words.to, code, coder, other].join(" ")

function Line({ line, read }: { readonly line: UnmatchedWords; readonly read: Read }) {
  const t = useTranslations("agreement.unmatched")
  const words = useAgreementWords()
  const { names, answer, reviewOf } = read
  const { passage, words: span } = line
  const about = answer.documents.find(({ id }) => id === line.document)
  const place = t("place", { source: about?.title ?? "", passage: line.index + 1 })
  const href = reviewOf(about?.source ?? "", {
    code: line.code,
    below: answer.asked.parents,
    from: { passage, word: span.from },
    to: { passage, word: span.to },
  })
  return (
    <tr>
      <td>
        {href ? (
          <Link className="link" href={href}>
            {place}
          </Link>
        ) : (
          place
        )}
      </td>
      <td>{names.code(line.code)}</td>
      <td>{t("notBy", { coder: names.coder(line.coder), other: names.coder(line.other) })}</td>
      <td className="verbatim small">
        <Quoted>{beginningOf(line.quote, QUOTE)}</Quoted>
      </td>
      <td className="r num">{line.overlap === 0 ? t("nothing") : words.percent(line.overlap)}</td>
    </tr>
  )
}
