"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { byName } from "../../core/codebook"
import type { CodeId } from "../../core/model"
import type { Code } from "../../core/reading"
import { plain } from "../../core/text"
import { Segmented } from "../_ui/Choice"
import { TextField } from "../_ui/Field"
import { Icon } from "../_ui/Icon"
import { type Draft, type Extent, extentsFor } from "./draft"
import type { Names } from "./names"
import { loneSide, type Readings } from "./readings"

interface Props {
  readonly readings: Readings
  readonly names: Names
  readonly codes: readonly Code[]
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
  /** Undefined where no words can be chosen. */
  readonly ownWords?: number
}

const MOST_SHOWN = 8

/** Neither reading as it is: which codes instead, and on which words. */
export function OtherCodes({ readings, names, codes, draft, set, ownWords }: Props) {
  const t = useTranslations("review.choose")
  const extents = extentsFor(readings).filter((extent) => extent !== "own" || ownWords !== undefined)
  const isLone = loneSide(readings) !== null
  const label = (extent: Extent) => {
    if (extent === "whole" || extent === "common" || extent === "own") return t(extent)
    if (isLone) return t("whole")
    const person = names.side[extent]
    return t("extentA", { name: person ? names.call(person.id) : extent.toUpperCase() })
  }
  const extent = extents.includes(draft.extent) ? draft.extent : extents[0]!
  return (
    <div className="stack">
      <CodePicker
        codes={codes}
        names={names}
        chosen={draft.codes}
        onChange={(chosen) => set({ codes: chosen, extent })}
      />
      <div className="row wrap">
        <span className="q2">{t("extent")}</span>
        <Segmented<Extent>
          label={t("extent")}
          value={extent}
          onChange={(next) => set({ extent: next })}
          options={extents.map((value) => ({ value, label: label(value) }))}
        />
      </div>
      {extent === "own" && (
        <p className="small q2" role="status">
          {ownWords ? t("ownChosen", { count: ownWords }) : t("ownHint")}
        </p>
      )}
    </div>
  )
}

function CodePicker({
  codes,
  names,
  chosen,
  onChange,
}: {
  readonly codes: readonly Code[]
  readonly names: Names
  readonly chosen: readonly CodeId[]
  readonly onChange: (codes: readonly CodeId[]) => void
}) {
  const t = useTranslations("review.choose")
  const [sought, setSought] = useState("")
  const found = codes
    .filter((code) => code.codable && !code.removed && names.canonical(code.id) === code.id)
    .filter((code) => !chosen.includes(code.id) && plain(code.name).includes(plain(sought)))
    .sort(byName)
    .slice(0, MOST_SHOWN)
  return (
    <div className="stack tight">
      <span className="row wrap">
        <span className="q2">{t("codes")}</span>
        {chosen.map((id) => (
          <button
            key={id}
            type="button"
            className="btn"
            aria-label={t("removeCode", { name: names.code(id) })}
            onClick={() => onChange(chosen.filter((other) => other !== id))}
          >
            {names.code(id)}
            <Icon name="close" />
          </button>
        ))}
      </span>
      <TextField
        label={t("findCode")}
        hideLabel
        icon="search"
        placeholder={t("findCode")}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      <span className="row wrap">
        {found.map((code) => (
          <button
            key={code.id}
            type="button"
            className="btn bare"
            title={names.above(code.id).join(" › ")}
            onClick={() => onChange([...chosen, code.id])}
          >
            <Icon name="plus" />
            {code.name}
          </button>
        ))}
        {found.length === 0 && <span className="q small">{t("noCode")}</span>}
      </span>
    </div>
  )
}
