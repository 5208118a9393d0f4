"use client"

import { useTranslations } from "next-intl"
import { memo } from "react"
import type * as Y from "yjs"
import { ask } from "../../../../../../_sync/api"
import { useChange } from "../../../../../../_sync/useChange"
import { Button } from "../../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../../_ui/ConfirmDialog"
import { Alert } from "../../../../../../_ui/States"
import { useHasWords, useMachine } from "./useMachine"

interface Props {
  readonly source: string
  readonly doc: Y.Doc
  readonly hasSound: boolean
}

/** A program that transcribes, where the server names one: it is asked, waited for, and its words are read through. */
export const Machine = memo(function Machine({ source, doc, hasSound }: Props) {
  const t = useTranslations("transcribe.machine")
  const hasWords = useHasWords(doc)
  const { machine, look } = useMachine(source, hasWords)
  const path = `/api/sources/${source}/machine-transcript`
  const { busy, failed, change } = useChange({ done: () => look().catch(() => {}) })
  if (!machine) return null
  const { state, host } = machine
  const why = state === "failed" && !hasWords ? t(`failed.${known(machine.why)}`) : null
  return (
    <div className="machine" aria-live="polite">
      {failed && <Alert>{failed}</Alert>}
      {why && <Alert>{why}</Alert>}
      {state === "draft" && (
        <div className="notice row">
          <span className="grow">{t("draft")}</span>
          <Button busy={busy} onClick={() => change(() => ask("POST", `${path}/reading`))}>
            {t("read")}
          </Button>
        </div>
      )}
      {state === "asked" && (
        <div className="notice row">
          <span className="grow">{t("listens")}</span>
          <Button kind="bare" busy={busy} onClick={() => change(() => ask("DELETE", path))}>
            {t("stop")}
          </Button>
        </div>
      )}
      {host && hasSound && !hasWords && (state === null || state === "failed") && (
        <ConfirmDialog
          title={t("ask.title")}
          confirm={t("ask.act")}
          onConfirm={() => change(() => ask("POST", path))}
          trigger={<Button>{t("ask.act")}</Button>}
        >
          <p>{t("ask.where", { host })}</p>
          <p>{t("ask.after")}</p>
        </ConfirmDialog>
      )}
    </div>
  )
})

const reasons = ["unreachable", "refused", "not-understood", "no-words"] as const

function known(why: string | null): (typeof reasons)[number] {
  return reasons.find((reason) => reason === why) ?? "not-understood"
}
