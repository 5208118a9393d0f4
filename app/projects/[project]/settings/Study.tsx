"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { approaches } from "../../../../core/model"
import type { ProjectSettings } from "../../../../server/queries/project"
import { ChoiceCards } from "../../../_ui/Choice"
import { TextArea, TextField } from "../../../_ui/Field"
import { Changes } from "./Changes"

/** The study's name and question, and the approach that chooses its words. */
export function Study({ settings }: { readonly settings: ProjectSettings }) {
  const t = useTranslations("projects")
  const own = useTranslations("projectSettings")
  const { name, question, approach } = settings
  const [asked, setAsked] = useState({ name, question, approach })
  return (
    <Changes title={own("study")} settings={settings} asked={asked}>
      <div className="form">
        <TextField
          label={t("new.name")}
          hint={t("new.nameHint")}
          value={asked.name}
          onChange={({ currentTarget: { value } }) => setAsked({ ...asked, name: value })}
          required
          maxLength={200}
          pattern=".*\S.*"
          autoComplete="off"
        />
        <TextArea
          label={t("new.question")}
          hint={t("new.questionHint")}
          value={asked.question}
          onChange={({ currentTarget: { value } }) => setAsked({ ...asked, question: value })}
          maxLength={5000}
          rows={2}
        />
      </div>
      <fieldset className="stack">
        <legend className="strong">{t("new.approach")}</legend>
        <p className="small q prose">{own("approach")}</p>
        <ChoiceCards
          label={t("new.approach")}
          value={asked.approach}
          onChange={(approach) => setAsked({ ...asked, approach })}
          options={approaches.map((value) => ({
            value,
            label: t(`approach.${value}.name`),
            hint: t(`approach.${value}.hint`),
          }))}
        />
      </fieldset>
    </Changes>
  )
}
