"use client"

import { useTranslations } from "next-intl"
import { useMemo } from "react"
import { byName, canonicalOf } from "../../../../core/codebook"
import type { CodeId, ProjectId } from "../../../../core/model"
import { useCodebook } from "../../../_sync/projections"
import { Select } from "../../../_ui/Field"

interface Props {
  readonly project: ProjectId
  readonly value: CodeId | null
  readonly onChange: (code: CodeId | null) => void
}

/** Any code of the codebook, in the device's own list. */
export function CodeSelect({ project, value, onChange }: Props) {
  const t = useTranslations("arbitration")
  const { view } = useCodebook(project)
  const codes = useMemo(() => {
    const canonical = canonicalOf(Object.values(view.merges))
    return Object.values(view.codes)
      .filter((code) => code.codable && !code.removed && canonical(code.id) === code.id)
      .sort(byName)
  }, [view.codes, view.merges])
  return (
    <Select
      label={t("chooseCode")}
      big
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
    >
      <option value="">{t("chooseCodeFirst")}</option>
      {codes.map((code) => (
        <option key={code.id} value={code.id}>
          {code.name}
        </option>
      ))}
    </Select>
  )
}
