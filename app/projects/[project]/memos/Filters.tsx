"use client"

import { useTranslations } from "next-intl"
import { memoKinds } from "../../../../core/memos"
import { Segmented } from "../../../_ui/Choice"
import { Select, TextField } from "../../../_ui/Field"
import { type Chosen, type Order, orders, scopes } from "./listed"

interface Props {
  readonly chosen: Chosen
  readonly setChosen: (chosen: Chosen) => void
  readonly words: string
  readonly setWords: (words: string) => void
  /** Whether one has noted something on words. */
  readonly hasWords: boolean
  /** What memos are about, each once, as it is called. */
  readonly abouts: readonly { readonly value: string; readonly label: string }[]
}

/** Which memos are listed, and in which order. */
export function Filters({ chosen, setChosen, words, setWords, hasWords, abouts }: Props) {
  const t = useTranslations("projectMemos")
  return (
    <search className="memos-filters">
      <TextField
        label={t("find")}
        hideLabel
        type="search"
        icon="search"
        placeholder={t("find")}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Segmented
        label={t("scopeLabel")}
        value={chosen.scope}
        onChange={(scope) => setChosen({ ...chosen, scope })}
        options={scopes
          .filter((scope) => scope !== "words" || hasWords)
          .map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      <div className="memos-selects">
        <Select
          label={t("kindLabel")}
          hideLabel
          disabled={chosen.scope === "words"}
          value={chosen.kind}
          onChange={(event) => setChosen({ ...chosen, kind: event.target.value as Chosen["kind"] })}
        >
          <option value="any">{t("anyKind")}</option>
          {memoKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t("orderLabel")}
          hideLabel
          disabled={chosen.scope === "words"}
          value={chosen.order}
          onChange={(event) => setChosen({ ...chosen, order: event.target.value as Order })}
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(`order.${order}`)}
            </option>
          ))}
        </Select>
      </div>
      {(abouts.length > 0 || chosen.about !== null) && (
        <Select
          label={t("about")}
          hideLabel
          disabled={chosen.scope === "words"}
          value={chosen.about ?? ""}
          onChange={(event) => setChosen({ ...chosen, about: event.target.value || null })}
        >
          <option value="">{t("anyAbout")}</option>
          {abouts.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </search>
  )
}
