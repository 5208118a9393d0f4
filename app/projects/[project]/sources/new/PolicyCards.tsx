"use client"

import { useTranslations } from "next-intl"
import { type Blindness, blindnessPolicies } from "../../../../../core/model"
import { ChoiceCards } from "../../../../_ui/Choice"

interface Props {
  /** What is chosen at first; nothing for a new source, so that its consequence is read. */
  readonly policy: Blindness | null
}

/** When each coder sees the other's coding; read by the name `blindness` when the form is sent. */
export function PolicyCards({ policy }: Props) {
  const t = useTranslations("source.coding")
  return (
    <div className="stack">
      <h3 className="strong">{t("when")}</h3>
      <ChoiceCards<Blindness>
        label={t("when")}
        name="blindness"
        required
        {...(policy ? { defaultValue: policy } : {})}
        options={blindnessPolicies.map((value) => ({
          value,
          label: t(`policy.${value}.name`),
          hint: t(`policy.${value}.hint`),
        }))}
      />
      <p className="small q">{t("later")}</p>
    </div>
  )
}
