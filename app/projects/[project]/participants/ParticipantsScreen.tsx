"use client"

import { useLocale, useTranslations } from "next-intl"
import { useCallback, useRef, useState } from "react"
import { cellsIn } from "../../../../core/participants/blocks"
import { columnsOf } from "../../../../core/participants/cells"
import type { Change } from "../../../../core/participants/edits"
import type { Sample, Variable } from "../../../../core/participants/model"
import { newId } from "../../../_sync/newId"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { Kbd } from "../../../_ui/Kbd"
import { Alert, EmptyState } from "../../../_ui/States"
import { useToast } from "../../../_ui/Toasts"
import { useStayWarning } from "../../../_ui/useStayWarning"
import { FiguresSection } from "./FiguresSection"
import { Grid, type Place } from "./Grid"
import { PreviewDialog } from "./PreviewDialog"
import { textOfFile } from "./textOfFile"
import { useTable } from "./useTable"
import { useRefused } from "./useWrong"
import { VariableDialog } from "./VariableDialog"
import { WithdrawDialog } from "./WithdrawDialog"
import "../../../_ui/onPaper.css"

interface Props {
  readonly project: string
  readonly first: Sample
  /** One may erase words in sources. */
  readonly mayErase: boolean
}

/** A block that waits to be looked at. */
interface Block {
  readonly cells: readonly (readonly string[])[]
  readonly from: Place
}

/** The participants of a study in one table, and the figures that come of it. */
export function ParticipantsScreen({ project, first, mayErase }: Props) {
  const t = useTranslations("participants")
  const language = useLocale() === "en" ? "en" : "fr"
  const say = useToast()
  const refused = useRefused()
  const table = useTable(
    project,
    first,
    useCallback(
      (error: unknown, said?: Change) => {
        const [edit] = said?.edits ?? []
        const isOne = said?.edits.length === 1 && edit && edit.text.trim() !== ""
        say(isOne ? t("notKeptText", { text: edit.text.trim(), why: refused(error) }) : refused(error))
      },
      [say, refused, t],
    ),
  )
  const { sample } = table
  useStayWarning(table.isSaving)
  const [last, setActive] = useState<Place>({ row: first.participants.length, column: 0 })
  const [block, setBlock] = useState<Block | null>(null)
  const [variable, setVariable] = useState<Variable | "new" | null>(null)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  // Lines and columns go, be it by others: the place stays in the table.
  const active: Place = {
    row: Math.min(last.row, sample.participants.length),
    column: Math.min(last.column, columnsOf(sample).length - 1),
  }
  const chosen = sample.participants[active.row] ?? null

  function write({ row, column }: Place, text: string) {
    const one = sample.participants[row]
    if (!one && text.trim() === "") return []
    const participant = one?.id ?? newId()
    const edits = [{ participant, column: columnsOf(sample)[column]!, text }]
    return table.change({ added: one ? [] : [participant], edits })
  }
  function paste(from: Place, text: string) {
    const cells = cellsIn(text)
    const isOne = cells.length === 1 && cells[0]!.length === 1
    if (cells.length === 0) return
    if (!isOne || write(from, cells[0]![0]!).length > 0) setBlock({ cells, from })
  }
  async function choose(files: FileList | null) {
    const [picked] = files ?? []
    if (!picked) return
    const cells = cellsIn(await textOfFile(picked))
    if (cells.length === 0) say(t("import.nothing"))
    else setBlock({ cells, from: { row: sample.participants.length, column: 0 } })
  }
  const address = (format: string) =>
    `/api/projects/${project}/participants?format=${format}&language=${language}`

  return (
    <div className="main people on-paper">
      <div className="page-head">
        <h1 className="title">{t("title")}</h1>
        <span className="small q2" role="status">
          {table.isSaving ? t("saving") : t("count", { count: sample.participants.length })}
        </span>
        <span className="grow" />
        <Button icon="undo" disabled={table.undo === null} onClick={() => table.undo?.()}>
          {t("undo")}
        </Button>
        <Button icon="plus" onClick={() => setVariable("new")}>
          {t("variable.add")}
        </Button>
        <Button icon="upload" onClick={() => file.current?.click()}>
          {t("import.act")}
        </Button>
        <input
          ref={file}
          type="file"
          className="vh"
          tabIndex={-1}
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label={t("import.act")}
          onChange={(event) => {
            void choose(event.currentTarget.files)
            event.currentTarget.value = ""
          }}
        />
        <Button onClick={() => print()} disabled={sample.participants.length === 0}>
          {t("print")}
        </Button>
        <a className="btn" href={address("csv")} download>
          {t("export")}
        </a>
      </div>
      {table.waitsFor !== null && <Alert>{t(`waits.${table.waitsFor}`)}</Alert>}
      <p className="q2 prose people-lead">{t("lead")}</p>
      {sample.participants.length === 0 && (
        <EmptyState title={t("empty.title")}>
          <p>{t("empty.body")}</p>
        </EmptyState>
      )}
      <div className="row wrap people-acts">
        <span className="small q2 grow">{t.rich("keys", { key: (chunks) => <Kbd>{chunks}</Kbd> })}</span>
        <Button kind="bare" disabled={!chosen} onClick={() => setWithdrawing(true)}>
          {t("withdraw.act", { letter: chosen?.letter ?? "" })}
        </Button>
        <ConfirmDialog
          danger
          title={t("remove.title", { letter: chosen?.letter ?? "" })}
          confirm={t("remove.do")}
          onConfirm={() => table.remove([chosen!.id]).catch((error) => say(refused(error)))}
          trigger={
            <Button kind="bare" disabled={!chosen}>
              {t("remove.act", { letter: chosen?.letter ?? "" })}
            </Button>
          }
        >
          {t("remove.body")}
        </ConfirmDialog>
      </div>
      <div className="scroll-x people-frame">
        <Grid
          {...{ sample, language, active }}
          onActive={setActive}
          onWrite={write}
          onPaste={paste}
          onUndo={() => table.undo?.()}
          onVariable={setVariable}
          onRefused={(why) => say(t("notKept", { why }))}
        />
      </div>
      <FiguresSection sample={sample} language={language} href={address("figures")} />
      {block && <PreviewDialog {...{ block, table, language }} close={() => setBlock(null)} />}
      {variable && (
        <VariableDialog
          variable={variable === "new" ? null : variable}
          {...{ table, language }}
          close={() => setVariable(null)}
        />
      )}
      {isWithdrawing && chosen && (
        <WithdrawDialog
          {...{ project, table, language, mayErase }}
          participant={chosen}
          close={() => setWithdrawing(false)}
        />
      )}
    </div>
  )
}
