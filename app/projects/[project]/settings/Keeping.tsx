"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ProjectSettings } from "../../../../server/queries/project"
import { TextField } from "../../../_ui/Field"
import { Changes } from "./Changes"

/** How long recordings are kept that come from now on. */
export function Keeping({ settings }: { readonly settings: ProjectSettings }) {
  const t = useTranslations("safety.keeping")
  const [asked, setAsked] = useState(settings.recordingMonths)
  return (
    <Changes title={t("title")} settings={settings} asked={{ recordingMonths: asked }}>
      <div className="stack tolerance">
        <TextField
          type="number"
          inputMode="numeric"
          min={1}
          max={600}
          label={t("months")}
          hint={t("monthsHint")}
          value={asked ?? ""}
          onChange={({ currentTarget: { value } }) =>
            setAsked(value === "" ? null : Math.round(Number(value)))
          }
        />
      </div>
    </Changes>
  )
}
