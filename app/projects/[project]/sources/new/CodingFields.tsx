"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type Blindness, blindnessPolicies, type ProjectRole } from "../../../../../core/model"
import { CoderChoice } from "../../../../_frame/CoderChoice"
import { ChoiceCards } from "../../../../_ui/Choice"

interface Props {
  readonly members: readonly { readonly id: string; readonly name: string; readonly role: ProjectRole }[]
  readonly coders: readonly string[]
  readonly onCoders: (coders: readonly string[]) => void
}

/** Who codes, and when each sees the other's coding: to be chosen with its consequence in sight, never for one. */
export function CodingFields({ members, coders, onCoders }: Props) {
  const t = useTranslations("source.coding")
  const [policy, setPolicy] = useState<Blindness | null>(null)
  return (
    <>
      <div className="form">
        <CoderChoice members={members} coders={coders} onChange={onCoders} />
      </div>
      {coders.length === 1 ? (
        <>
          <p className="notice">{t("oneCoder")}</p>
          <input type="hidden" name="blindness" value="passage" />
        </>
      ) : (
        <div className="stack">
          <h3 className="strong">{t("when")}</h3>
          <ChoiceCards
            label={t("when")}
            name="blindness"
            required
            value={policy}
            onChange={setPolicy}
            options={blindnessPolicies.map((value) => ({
              value,
              label: t(`policy.${value}.name`),
              hint: t(`policy.${value}.hint`),
            }))}
          />
          <p className="small q">{t("later")}</p>
        </div>
      )}
    </>
  )
}
