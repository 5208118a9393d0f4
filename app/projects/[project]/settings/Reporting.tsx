"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type AgreementSetting, shownIn } from "../../../../core/agreement/project/shown"
import type { ProjectSettings } from "../../../../server/queries/project"
import { ChoiceCards } from "../../../_ui/Choice"
import { Changes } from "./Changes"

/** Whether the project reports agreement between its coders: as its approach has it, or as its owner says. */
export function Reporting({ settings }: { readonly settings: ProjectSettings }) {
  const t = useTranslations("agreement")
  const [agreement, setAgreement] = useState<AgreementSetting | null>(settings.agreement)
  const { shown } = shownIn(settings.approach, null)
  return (
    <Changes title={t("title")} settings={settings} asked={{ agreement }}>
      <ChoiceCards
        label={t("title")}
        options={[
          {
            value: "approach",
            label: t("setting.approach"),
            hint: t(shown ? "setting.approachShows" : "setting.approachHides"),
          },
          { value: "shown", label: t("setting.shown"), hint: t("setting.shownHint") },
          { value: "hidden", label: t("setting.hidden"), hint: t("setting.hiddenHint") },
        ]}
        value={agreement ?? "approach"}
        onChange={(value) => setAgreement(value === "approach" ? null : (value as AgreementSetting))}
      />
    </Changes>
  )
}
