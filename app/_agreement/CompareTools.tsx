"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "../_ui/Button"
import { Segmented } from "../_ui/Choice"
import { Select } from "../_ui/Field"
import { ScrollX } from "../_ui/ScrollX"
import { coderPairs } from "./coderPairs"
import { onlyPair } from "./names"
import { byNeedOfTalk } from "./needOfTalk"
import type { Read } from "./read"
import { counterparts, type Tool, tools, unitOf } from "./tools"
import { useAgreementWords } from "./useAgreementWords"
import { Value } from "./Value"

/** What another tool would print of the same codings, and why it may not be what stands here. */
export function CompareTools({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement.compare")
  const { view, change } = read
  return (
    <>
      <Segmented
        label={t("tool")}
        options={tools.map((value) => ({ value, label: t(`names.${value}`) }))}
        value={view.tool}
        onChange={(tool) => change({ tool })}
      />
      {view.tool && <OfTool tool={view.tool} read={read} />}
    </>
  )
}

function OfTool({ tool, read }: { readonly tool: Tool; readonly read: Read }) {
  const t = useTranslations("agreement.compare")
  const c = useTranslations("agreement.choose")
  const { answer, ask, names } = read
  const { figures, asked } = answer
  const codes = byNeedOfTalk(figures.codes).map(({ code }) => code)
  const [chosen, setChosen] = useState<string | null>(null)
  const code = codes.find((each) => each.code === chosen) ?? codes[0]
  const pair = onlyPair(figures.overall.pairs)
  const unit = unitOf[tool]
  if (!code) return null
  if (!pair)
    return (
      <>
        <p className="q2">{t("twoOnly")}</p>
        <div className="row wrap">
          {coderPairs(answer).map(([first, second]) => (
            <Button key={`${first} ${second}`} onClick={() => ask({ pair: [first, second] })}>
              {c("pairOf", { first: names.coder(first), second: names.coder(second) })}
            </Button>
          ))}
        </div>
      </>
    )
  const name = t(`names.${tool}`)
  return (
    <>
      <p className="q2 prose">{t(`about.${tool}`)}</p>
      <div className="row wrap end-aligned">
        <Select
          label={t("code")}
          value={code.code}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          {codes.map((each) => (
            <option key={each.code} value={each.code}>
              {names.code(each.code)}
            </option>
          ))}
        </Select>
        {unit !== null && unit !== asked.unit && (
          <p className="notice">
            <span>{t("wantsUnit", { tool: name, unit })}</span>
            <Button onClick={() => ask({ unit })}>{t("take")}</Button>
          </p>
        )}
      </div>
      <Rows tool={tool} rows={counterparts(tool, { agreement: figures, code, pair })} />
    </>
  )
}

function Rows({ tool, rows }: { readonly tool: Tool; readonly rows: ReturnType<typeof counterparts> }) {
  const t = useTranslations("agreement")
  const words = useAgreementWords()
  const name = t(`compare.names.${tool}`)
  return (
    <ScrollX label={t("compare.caption", { tool: name })}>
      <table className="flush with-tool">
        <caption className="vh">{t("compare.caption", { tool: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compare.theirs", { tool: name })}</th>
            <th scope="col" className="r">
              {t("compare.ours")}
            </th>
            <th scope="col">{t("compare.differs")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, ours, figure }) => (
            <tr key={row}>
              <th scope="row">
                {t(`tools.${row}.theirs`)}
                <span className="small q2">{t(`figures.${ours}.name`)}</span>
              </th>
              <td className="r strong">{figure ? <Value figure={figure} /> : "—"}</td>
              <td>
                {t(`tools.${row}.differs`)}
                {figure?.value === null && <span className="small q2"> {words.undefined(figure)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
