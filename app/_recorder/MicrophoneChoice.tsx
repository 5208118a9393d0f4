"use client"

import { useTranslations } from "next-intl"
import { Select } from "../_ui/Field"
import type { Microphones } from "./useMicrophones"

/** Which microphone is recorded from; nothing where there is no choice. */
export function MicrophoneChoice({
  microphones: { all, chosen, choose },
}: {
  readonly microphones: Microphones
}) {
  const t = useTranslations("recorder.microphone")
  if (all.length < 2) return null
  return (
    <Select
      label={t("label")}
      hideLabel
      value={chosen ?? ""}
      onChange={(event) => choose(event.currentTarget.value || null)}
    >
      <option value="">{t("usual")}</option>
      {all.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}
