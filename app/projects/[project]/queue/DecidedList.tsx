"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { ProjectId } from "../../../../core/model"
import { beginningOf } from "../../../_discussion/quoteText"
import { ask } from "../../../_sync/api"
import { useProblemToast } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { KindGlyph } from "../../../_ui/KindGlyph"
import { Quoted } from "../../../_ui/Quoted"
import { useToast } from "../../../_ui/Toasts"
import type { DecidedItem } from "./queue"

interface Props {
  readonly project: ProjectId
  readonly decided: readonly DecidedItem[]
  readonly onUndone: () => Promise<void>
}

/** What this supervisor decided before, each with the way back. */
export function DecidedList({ project, decided, onUndone }: Props) {
  const t = useTranslations("arbitration")
  const format = useFormatter()
  const say = useToast()
  const sayProblem = useProblemToast()
  if (decided.length === 0) return null
  const undo = async (item: string) => {
    try {
      await ask("DELETE", `/api/projects/${project}/queue/rulings`, { item })
      say(t("undone"))
      await onUndone()
    } catch (error) {
      sayProblem(error)
    }
  }
  return (
    <section aria-label={t("decided")}>
      <h2 className="section-title">{t("decided")}</h2>
      <ul className="lines">
        {decided.map((item) => (
          <li key={item.id} className="decided-line">
            <p className="row top-aligned">
              <KindGlyph kind={item.kind} settled />
              <span className="grow">
                <b className="strong">
                  {item.stands.length > 0
                    ? t("keeps", { codes: format.list([...new Set(item.stands)]) })
                    : t("keepsNothing")}
                </b>
                <span className="small q block">
                  {t("decidedOn", {
                    source: item.source.title,
                    date: format.dateTime(new Date(item.at), "shortDay"),
                  })}
                </span>
              </span>
              <ConfirmDialog
                title={t("undoTitle")}
                confirm={t("undo")}
                onConfirm={() => undo(item.id)}
                trigger={<Button icon="undo">{t("undo")}</Button>}
              >
                {t("undoBody")}
              </ConfirmDialog>
            </p>
            <p className="verbatim small">
              <Quoted>{beginningOf(item.quote, 140)}</Quoted>
            </p>
            <p className="small q2">{item.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
