"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { Share, Shares } from "../../core/speaking"
import { lengthText } from "../_sound/positionText"
import { variables } from "../_ui/Marks"
import { ScrollX } from "../_ui/ScrollX"

interface Props extends Shares {
  readonly byMarks: boolean
}

/** A line a person: turns, time, words, the longest turn. What a bar shows is printed beside it. */
export function SharesTable({ shares, byMarks }: Props) {
  const t = useTranslations("speaking")
  const hasWords = shares.some(({ words }) => words !== null)
  const hasTime = shares.some(({ ms }) => ms > 0)
  return (
    <ScrollX label={t("label")}>
      <table>
        <caption className="vh">{t("label")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("who")}</th>
            <th scope="col" className="r">
              {t(byMarks ? "floors" : "turns")}
            </th>
            {hasTime && (
              <>
                <th scope="col" className="r">
                  {t("time")}
                </th>
                <th scope="col">{t("ofTime")}</th>
              </>
            )}
            {hasWords && (
              <>
                <th scope="col" className="r">
                  {t("words")}
                </th>
                <th scope="col">{t("ofWords")}</th>
              </>
            )}
            {hasTime && (
              <th scope="col" className="r">
                {t("longest")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <Line key={share.who} {...{ share, hasWords, hasTime }} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

interface LineProps {
  readonly share: Share
  readonly hasWords: boolean
  readonly hasTime: boolean
}

function Line({ share, hasWords, hasTime }: LineProps) {
  const t = useTranslations("speaking")
  const format = useFormatter()
  const { who, part, turns, ms, estimated, words, longestMs, ofTime, ofWords } = share
  const length = (ms: number) => (
    <>
      {estimated && (
        <>
          <span aria-hidden="true">≈ </span>
          <span className="vh">{t("roughly")} </span>
        </>
      )}
      {lengthText(ms)}
    </>
  )
  return (
    <tr>
      <th scope="row">
        {who || t("nobody")}
        {part === "animator" && <span className="small q"> {t("animator")}</span>}
      </th>
      <td className="r">{format.number(turns)}</td>
      {hasTime && (
        <>
          <td className="r">{ms > 0 ? length(ms) : "–"}</td>
          <td>
            <Bar share={ofTime} />
          </td>
        </>
      )}
      {hasWords && (
        <>
          <td className="r">{words === null ? "–" : format.number(words)}</td>
          <td>
            <Bar share={ofWords} />
          </td>
        </>
      )}
      {hasTime && <td className="r">{longestMs === null ? "–" : length(longestMs)}</td>}
    </tr>
  )
}

function Bar({ share }: { readonly share: number | null }) {
  const format = useFormatter()
  if (share === null) return <>–</>
  return (
    <span className="share">
      <span className="share-bar" aria-hidden="true" style={variables({ v: share })} />
      <span className="num">{format.number(share, { style: "percent", maximumFractionDigits: 0 })}</span>
    </span>
  )
}
