"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { isNumeric, type Variable, variableKinds } from "../../../../core/participants/model"
import { carriedOver, tidied } from "../../../../core/participants/variables"
import { type Language, tableWords } from "../../../../core/participants/words"
import { Button } from "../../../_ui/Button"
import { Dialog } from "../../../_ui/Dialog"
import { Select, TextArea, TextField } from "../../../_ui/Field"
import { Alert } from "../../../_ui/States"
import { newVariable, type Table } from "./useTable"
import { useRefused } from "./useWrong"

interface Props {
  /** Null: one that is new. */
  readonly variable: Variable | null
  readonly table: Table
  readonly language: Language
  readonly close: () => void
}

/** What a variable is; what would be lost by changing or removing it is said, and asked about, before. */
export function VariableDialog({ variable, table, language, close }: Props) {
  const t = useTranslations("participants.variable")
  const refused = useRefused()
  const [said, setSaid] = useState<Omit<Variable, "id" | "order">>(
    variable ?? { name: "", kind: "whole", unit: "", choices: [] },
  )
  const [options, setOptions] = useState(said.choices.join("\n"))
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const { variables, participants } = table.sample
  const now = tidied({ ...said, choices: options.split("\n") })
  const having = variable ? participants.filter(({ values }) => values[variable.id] !== undefined).length : 0
  const lost = variable ? carriedOver(variable, { ...variable, ...now }, participants).lost : 0
  const place = variables.findIndex(({ id }) => id === variable?.id)

  async function act(does: () => Promise<unknown>) {
    setBusy(true)
    setFailure(null)
    try {
      await does()
      close()
    } catch (error) {
      setFailure(refused(error))
      setBusy(false)
    }
  }
  const keep = () =>
    act(() =>
      variable
        ? table.changeVariable(variable.id, { ...now, losing: lost })
        : table.changeNow({ variables: [newVariable(now)], edits: [] }),
    )
  /** Asked about first where values go with it. */
  const remove = () =>
    having > 0 && !isRemoving ? setRemoving(true) : void act(() => table.removeVariable(variable!.id, having))
  /** Between the two that it comes to stand between. */
  const move = (by: 1 | -1) => {
    const others = variables.filter(({ id }) => id !== variable?.id)
    const [before, after] = [others[place + by - 1]?.order, others[place + by]?.order]
    const order =
      before === undefined ? (after ?? 0) - 1 : after === undefined ? before + 1 : (before + after) / 2
    return act(() => table.changeVariable(variable!.id, { order }))
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={variable ? t("title", { name: variable.name }) : t("newTitle")}
      footer={
        <>
          {variable && (
            <Button kind="danger" busy={busy} onClick={remove}>
              {isRemoving ? t("removeSure") : t("remove", { count: having })}
            </Button>
          )}
          <span className="grow" />
          <Button kind="primary" busy={busy} disabled={now.name === ""} onClick={keep}>
            {lost > 0 ? t("keepLosing", { count: lost }) : t(variable ? "keep" : "make")}
          </Button>
        </>
      }
    >
      <form
        className="stack loose"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          maxLength={60}
          autoComplete="off"
          value={said.name}
          onChange={({ currentTarget }) => setSaid({ ...said, name: currentTarget.value })}
        />
        <Select
          label={t("kind")}
          value={said.kind}
          onChange={({ currentTarget }) =>
            setSaid({ ...said, kind: currentTarget.value as Variable["kind"] })
          }
        >
          {variableKinds.map((kind) => (
            <option key={kind} value={kind}>
              {tableWords[language].kinds[kind]}
            </option>
          ))}
        </Select>
        {isNumeric(said.kind) && (
          <TextField
            label={t("unit")}
            hint={t("unitHint")}
            maxLength={20}
            autoComplete="off"
            value={said.unit}
            onChange={({ currentTarget }) => setSaid({ ...said, unit: currentTarget.value })}
          />
        )}
        {said.kind === "choice" && (
          <TextArea
            label={t("choices")}
            hint={t("choicesHint")}
            rows={5}
            value={options}
            onChange={({ currentTarget }) => setOptions(currentTarget.value)}
          />
        )}
      </form>
      {lost > 0 && <Alert>{t("losing", { count: lost })}</Alert>}
      {isRemoving && <Alert>{t("removing", { count: having })}</Alert>}
      {failure !== null && <Alert>{failure}</Alert>}
      {variable && variables.length > 1 && (
        <div className="row">
          <Button icon="arrowLeft" disabled={place === 0 || busy} onClick={() => move(-1)}>
            {t("left")}
          </Button>
          <Button icon="arrowRight" disabled={place === variables.length - 1 || busy} onClick={() => move(1)}>
            {t("right")}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
