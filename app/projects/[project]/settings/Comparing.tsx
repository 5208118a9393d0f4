"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import type { ProjectSettings } from "../../../../server/queries/project"
import { Checkbox } from "../../../_ui/Choice"
import { Field } from "../../../_ui/Field"
import { Changes } from "./Changes"
import { JustAgreed } from "./JustAgreed"

/** How strictly two codings are compared, and whether being cut differently asks to be talked over. */
export function Comparing({ settings }: { readonly settings: ProjectSettings }) {
  const t = useTranslations("projectSettings")
  const format = useFormatter()
  const { tolerance, discussBoundaries } = settings
  const [asked, setAsked] = useState({ tolerance, discussBoundaries })
  const percent = format.number(asked.tolerance, "percent")
  return (
    <Changes title={t("comparing")} settings={settings} asked={asked}>
      <div className="stack tolerance">
        <Field label={t("tolerance.label")} aside={<output className="num strong">{percent}</output>}>
          {(wiring) => (
            <input
              {...wiring}
              type="range"
              min={1}
              max={100}
              value={Math.round(asked.tolerance * 100)}
              aria-valuetext={percent}
              onChange={({ currentTarget: { value } }) =>
                setAsked({ ...asked, tolerance: Number(value) / 100 })
              }
            />
          )}
        </Field>
        <p>{t("tolerance.means", { percent })}</p>
        <JustAgreed tolerance={asked.tolerance} />
        <p className="small q2">{t("tolerance.change")}</p>
      </div>
      <Checkbox
        label={t("boundaries.label")}
        hint={t("boundaries.hint")}
        checked={asked.discussBoundaries}
        onChange={({ currentTarget: { checked } }) => setAsked({ ...asked, discussBoundaries: checked })}
      />
    </Changes>
  )
}
