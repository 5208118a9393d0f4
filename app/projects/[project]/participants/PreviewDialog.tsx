"use client"

import { useTranslations } from "next-intl"
import { useMemo, useState } from "react"
import { headingOf, type Plan, planned } from "../../../../core/participants/blocks"
import { columnOf } from "../../../../core/participants/cells"
import { changed, type Problem } from "../../../../core/participants/edits"
import type { Language } from "../../../../core/participants/words"
import { newId } from "../../../_sync/newId"
import { Button } from "../../../_ui/Button"
import { Checkbox } from "../../../_ui/Choice"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { Alert } from "../../../_ui/States"
import { headingIn } from "./columnWords"
import type { Place } from "./Grid"
import type { Table } from "./useTable"
import { problemsIn, useRefused, useWrong } from "./useWrong"

interface Props {
  readonly block: { readonly cells: readonly (readonly string[])[]; readonly from: Place }
  readonly table: Table
  readonly language: Language
  readonly close: () => void
}

const SHOWN = 40
const SAID = 12

/** A block from a spreadsheet as the table would take it, with every cell that it cannot take; nothing is kept before. */
export function PreviewDialog({ block, table, language, close }: Props) {
  const t = useTranslations("participants.import")
  const common = useTranslations("common")
  const wrongWords = useWrong()
  const refusedWords = useRefused()
  const [withVariables, setWithVariables] = useState(true)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ readonly of: Plan; readonly error: unknown } | null>(null)
  const { sample } = table
  const plan = useMemo(
    () => planned(block.cells, sample, block.from, { newId, withVariables }),
    [block, sample, withVariables],
  )
  // What was refused is said of what was sent: the table may stand otherwise by now.
  const refused = refusal?.of === plan ? refusal.error : null
  const problems: readonly Problem[] = useMemo(() => {
    const outcome = changed(sample, plan.change, "2000-01-01")
    return "problems" in outcome ? outcome.problems : problemsIn(refused)
  }, [sample, plan, refused])
  const place = new Map(plan.rows.map(({ participant }, row) => [participant, row]))
  const wrong = new Map(problems.map((each) => [`${each.participant} ${each.column}`, each]))
  const fresh = plan.rows.filter(({ isNew }) => isNew).length

  const heading = (at: number) => {
    const column = plan.columns[at]
    if (!column) return null
    const made = plan.change.variables.find((variable) => columnOf(variable) === column)
    return made ? headingOf(made) : headingIn(column, sample, language)
  }
  async function keep() {
    setBusy(true)
    setRefusal(null)
    try {
      await table.changeNow(plan.change)
      close()
    } catch (error) {
      setRefusal({ of: plan, error })
      setBusy(false)
    }
  }
  const said = (problem: Problem) => {
    const at = plan.columns.indexOf(problem.column)
    const row = place.get(problem.participant)
    const why = wrongWords(problem)
    return row === undefined ? why : t("at", { row: row + 1, column: heading(at) ?? "", why })
  }

  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && close()}
      title={t("title")}
      description={t("what", { changed: plan.rows.length - fresh, fresh })}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button kind="primary" busy={busy} disabled={problems.length > 0} onClick={keep}>
            {t("do", { count: plan.rows.length })}
          </Button>
        </>
      }
    >
      {problems.length > 0 && (
        <Alert>
          <p>{t("wrong", { count: problems.length })}</p>
          <ul className="people-problems">
            {problems.slice(0, SAID).map((problem) => (
              <li key={`${problem.participant} ${problem.column} ${problem.why}`}>{said(problem)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {refused !== null && problemsIn(refused).length === 0 && <Alert>{refusedWords(refused)}</Alert>}
      {plan.unknown.length > 0 && (
        <Checkbox
          checked={withVariables}
          onChange={({ currentTarget }) => setWithVariables(currentTarget.checked)}
          label={t("variables", { count: plan.unknown.length, names: plan.unknown.join(", ") })}
          hint={withVariables ? t("variablesMade") : t("variablesLeft")}
        />
      )}
      <div className="scroll-x people-preview">
        <table>
          <thead>
            <tr>
              {plan.columns.map((column, at) => (
                <th key={at} className={column === null ? "left-out" : undefined}>
                  {heading(at) ?? t("leftOut")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.rows.slice(0, SHOWN).map(({ participant, cells }) => (
              <tr key={participant}>
                {plan.columns.map((column, at) => {
                  const problem = wrong.get(`${participant} ${column}`)
                  return (
                    <td
                      key={at}
                      className={problem ? "wrong-cell" : column === null ? "left-out" : undefined}
                      title={problem && wrongWords(problem)}
                    >
                      {cells[at]}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.rows.length > SHOWN && (
        <p className="small q2">{t("more", { count: plan.rows.length - SHOWN })}</p>
      )}
    </Dialog>
  )
}
