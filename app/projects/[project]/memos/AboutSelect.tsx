"use client"

import { useTranslations } from "next-intl"
import type { MemoPlaces } from "../../../../server/queries/memoPlaces"
import type { MemoEntry } from "../../../../server/queries/memos"
import { Select } from "../../../_ui/Field"
import { aboutOf, optionOf } from "./aboutWhat"

interface Props {
  readonly memo: MemoEntry
  readonly places: MemoPlaces
  readonly place: (value: string) => void
}

/** What a memo is about: a source, a code, or nothing. */
export function AboutSelect({ memo, places, place }: Props) {
  const t = useTranslations("projectMemos")
  const standing = places.codes.filter(({ id, now, removed }) => !removed && now === id)
  const value = optionOf(memo)
  // What it is about may be no more to be chosen.
  const isGone = memo.code !== null && !standing.some(({ id }) => id === memo.code)
  const label = aboutOf(memo, places)?.label
  return (
    <Select label={t("about")} hideLabel value={value} onChange={(event) => place(event.target.value)}>
      <option value="">{t("aboutNothing")}</option>
      {isGone && <option value={value}>{t("aboutGone", { name: label ?? "" })}</option>}
      <optgroup label={t("sources")}>
        {places.sources.map(({ id, title }) => (
          <option key={id} value={`source ${id}`}>
            {t("aboutSource", { title })}
          </option>
        ))}
      </optgroup>
      {standing.length > 0 && (
        <optgroup label={t("codes")}>
          {standing.map(({ id, name }) => (
            <option key={id} value={`code ${id}`}>
              {t("aboutCode", { name })}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  )
}
