import { useFormatter, useTranslations } from "next-intl"
import { Button } from "../../../_ui/Button"
import type { PanelProps } from "./CodePanel"

/** The merges that made a code what it is, and the codes it is declared related to, each with its undo. */
export function MergesOf({ node, data, acts }: PanelProps) {
  const t = useTranslations("tree.panel")
  const common = useTranslations("common")
  const format = useFormatter()
  const own = (code: string) => data.canonical(code) === node.code.id
  const rows = data.merges.filter(
    ({ how, from, into, undone }) => !undone && (how === "merging" ? own(from) : own(from) !== own(into)),
  )
  const nameOf = (code: string) => data.codes.find(({ id }) => id === code)?.name ?? ""
  if (rows.length === 0) return null
  return (
    <ul className="small q2 stack tight" aria-label={t("merges")}>
      {rows.map(({ id, how, from, into, by, at }) => {
        const other = nameOf(how === "merging" || !own(from) ? from : into)
        const who = data.view.people[by]?.name ?? ""
        const day = format.dateTime(new Date(at), "shortDay")
        return (
          <li key={id} className="row apart">
            <span>{t(how, { name: other, who, day })}</span>
            <Button
              kind="bare"
              aria-label={t("undoMerge", { name: other })}
              onClick={() => void acts.undoMerge(id)}
            >
              {common("undo")}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
