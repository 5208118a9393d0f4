"use client"

import { useTranslations } from "next-intl"
import { LONGEST_IDEA, type Origin } from "../../../../core/guide"
import { Select, TextField } from "../../../_ui/Field"
import { IconButton } from "../../../_ui/IconButton"
import type { SourceNamed } from "./originWords"

interface Props {
  readonly origin: Origin
  readonly sources: readonly SourceNamed[]
  readonly change: (origin: Origin) => void
  readonly close: () => void
}

/** The hypothesis that a question comes from, and the earlier interview that gave it. */
export function OriginFields({ origin, sources, change, close }: Props) {
  const t = useTranslations("guide.origin")
  const isGone = origin.source !== null && !sources.some(({ id }) => id === origin.source)
  return (
    <div className="guide-origin-fields">
      <TextField
        autoFocus
        label={t("idea")}
        hideLabel
        placeholder={t("idea")}
        maxLength={LONGEST_IDEA}
        value={origin.idea}
        onChange={(event) => change({ ...origin, idea: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === "Escape") close()
        }}
      />
      <Select
        label={t("source")}
        hideLabel
        value={origin.source ?? ""}
        onChange={(event) => change({ ...origin, source: event.currentTarget.value || null })}
      >
        <option value="">{t("noSource")}</option>
        {isGone && <option value={origin.source!}>{t("gone")}</option>}
        {sources.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <IconButton icon="check" label={t("close")} onClick={close} />
    </div>
  )
}
