"use client"

import { useTranslations } from "next-intl"
import { type MemoKind, memoKinds } from "../../core/memos"
import { Select } from "../_ui/Field"

interface Props {
  readonly value: MemoKind
  readonly choose: (kind: MemoKind) => void
}

/** Of which kind a memo is. */
export function MemoKinds({ value, choose }: Props) {
  const t = useTranslations("projectMemos")
  return (
    <Select
      label={t("kindLabel")}
      hideLabel
      value={value}
      onChange={(event) => choose(event.target.value as MemoKind)}
    >
      {memoKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`kind.${kind}`)}
        </option>
      ))}
    </Select>
  )
}
