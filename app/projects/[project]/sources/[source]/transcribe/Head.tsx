"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { memo, type ReactNode, useEffect, useRef, useState } from "react"
import type { History } from "../../../../../../core/ydoc/history"
import { ask } from "../../../../../_sync/api"
import { leaving, useChange } from "../../../../../_sync/useChange"
import type { SharedText } from "../../../../../_sync/useSharedText"
import { Button } from "../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"
import { IconButton } from "../../../../../_ui/IconButton"
import { Alert } from "../../../../../_ui/States"
import { useChord } from "../../../../../_ui/useChord"
import { NamesLeft } from "./NamesLeft"
import { Saved } from "./Saved"
import { Versions } from "./Versions"

interface Props {
  readonly source: string
  readonly place: string
  readonly text: SharedText
  readonly history: History | null
  /** Who else is here. */
  readonly children?: ReactNode
}

/** What this page is, where one's words are, and the way on from here. */
export const Head = memo(function Head({ source, place, text, history, children }: Props) {
  const t = useTranslations("transcribe")
  const router = useRouter()
  const { failed, change } = useChange()
  const can = useCan(history)
  const undo = useChord("Z")
  const redo = useChord("⇧Z")
  const close = () =>
    change(async () => {
      await ask("DELETE", `/api/sources/${source}/transcribing`)
      router.push(`${place}/passages`)
      return leaving
    })
  return (
    <header className="writing-head">
      <h1 className="strong">{t("title")}</h1>
      <p className="small q2 grow wide-only">{t("lead")}</p>
      {children}
      <Saved state={text.state} safety={text.safety} />
      {text.doc && history && <Versions {...{ source, history }} doc={text.doc} saved={text.saved} />}
      <IconButton
        icon="undo"
        label={t("undo")}
        shortcut={undo}
        aria-disabled={!can.undo}
        onClick={() => history?.undo()}
      />
      <IconButton
        icon="redo"
        label={t("redo")}
        shortcut={redo}
        aria-disabled={!can.redo}
        onClick={() => history?.redo()}
      />
      <ConfirmDialog
        title={t("ready.title")}
        confirm={t("ready.act")}
        onConfirm={close}
        trigger={<Button kind="primary">{t("ready.act")}</Button>}
      >
        <p>{t("ready.body")}</p>
        <NamesLeft source={source} />
        {!text.saved && <p>{t("ready.unsaved")}</p>}
      </ConfirmDialog>
      {failed && <Alert>{failed}</Alert>}
    </header>
  )
})

function useCan(history: History | null): { readonly undo: boolean; readonly redo: boolean } {
  const [can, setCan] = useState({ undo: false, redo: false })
  const before = useRef(can)
  useEffect(() => {
    const look = () => {
      const now = { undo: history?.canUndo() ?? false, redo: history?.canRedo() ?? false }
      if (now.undo === before.current.undo && now.redo === before.current.redo) return
      before.current = now
      setCan(now)
    }
    look()
    return history?.onChange(look)
  }, [history])
  return can
}
