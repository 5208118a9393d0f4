"use client"

import { useTranslations } from "next-intl"
import { Button } from "../_ui/Button"
import { Checkbox, Switch } from "../_ui/Choice"
import { Select } from "../_ui/Field"
import { variables } from "../_ui/Marks"
import { codeLines } from "./codeLines"
import type { Read } from "./read"

/** Which codes are compared, which of them exclude each other, and whether a code counts those below it. */
export function CodesChoice({ read: { answer, asked, ask } }: { readonly read: Read }) {
  const t = useTranslations("agreement.choose")
  const out = new Set(asked.exclude)
  // What is left out is not compared, and still to be chosen.
  const lines = codeLines(
    answer.codes.map((code) => ({ ...code, compared: code.compared || out.has(code.id) })),
  )
  const all = lines.filter(({ code }) => code.compared).map(({ code }) => code.id)
  const exclude = (codes: readonly string[], isOut: boolean) => {
    const next = all.filter((id) => (codes.includes(id) ? isOut : out.has(id)))
    ask({ exclude: next.length === all.length ? next.slice(1) : next })
  }
  const groups = lines.filter(({ within, code }) => within.filter((id) => id !== code.id).length > 1)
  // Codes that count what lies below them stand for domains.
  const tops = asked.parents
    ? lines
        .filter(({ code, depth }) => depth === 0 && code.compared && !out.has(code.id))
        .map(({ code }) => code.id)
    : []
  return (
    <div className="stack loose">
      <fieldset className="choice-list">
        <legend className="strong">{t("codes")}</legend>
        <p className="small q2">{t("codesHint")}</p>
        <div className="row">
          <Button kind="bare" onClick={() => ask({ exclude: [] })}>
            {t("all")}
          </Button>
        </div>
        <div className="stack tight of-codes">
          {lines.map(({ code, depth, within }) => (
            <div key={code.id} style={variables({ d: depth })}>
              <Checkbox
                label={code.name}
                checked={within.every((id) => !out.has(id))}
                onChange={({ currentTarget }) => exclude(within, !currentTarget.checked)}
              />
            </div>
          ))}
        </div>
      </fieldset>
      <Switch
        label={t("children")}
        hint={t("childrenHint")}
        checked={asked.parents}
        onChange={({ currentTarget }) => ask({ parents: currentTarget.checked })}
      />
      <Select
        label={t("exclusive")}
        value={asked.exclusive?.join(",") ?? ""}
        onChange={({ currentTarget }) =>
          ask({ exclusive: currentTarget.value === "" ? null : currentTarget.value.split(",") })
        }
      >
        <option value="">{t("exclusiveAll")}</option>
        {tops.length > 1 && <option value={tops.join(",")}>{t("exclusiveTop")}</option>}
        {groups.map(({ code, within }) => (
          <option key={code.id} value={within.filter((id) => id !== code.id).join(",")}>
            {t("exclusiveUnder", { name: code.name })}
          </option>
        ))}
        {asked.exclusive !== null &&
          asked.exclusive.join(",") !== tops.join(",") &&
          !groups.some(
            ({ code, within }) =>
              within.filter((id) => id !== code.id).join(",") === asked.exclusive!.join(","),
          ) && (
            <option value={asked.exclusive.join(",")}>
              {asked.exclusive
                .map((id) => answer.codes.find((code) => code.id === id)?.name ?? id)
                .join(", ")}
            </option>
          )}
      </Select>
    </div>
  )
}
