"use client"

import { useTranslations } from "next-intl"
import { ask } from "../../../../../_sync/api"
import { useChange } from "../../../../../_sync/useChange"
import { Button, ButtonLink } from "../../../../../_ui/Button"
import { Alert } from "../../../../../_ui/States"
import { LateWords } from "./LateWords"

interface Props {
  readonly source: string
  readonly place: string
  /** Coding has opened: its words are fixed. */
  readonly opened: boolean
  readonly codes: boolean
}

/** The transcript is fixed: how to open it to corrections, or why that cannot be any more. */
export function NotOpen({ source, place, opened, codes }: Props) {
  const t = useTranslations("transcribe")
  const { busy, failed, change } = useChange()
  return (
    <div className="main narrow stack">
      <h1 className="title">{t("title")}</h1>
      <p className={opened ? "notice" : "q2 prose"}>{t(opened ? "fixed" : "closed.lead")}</p>
      <LateWords source={source} />
      {failed && <Alert>{failed}</Alert>}
      <div className="row">
        {!opened && (
          <Button
            kind="primary"
            icon="edit"
            busy={busy}
            onClick={() => change(() => ask("POST", `/api/sources/${source}/transcribing`))}
          >
            {t("closed.open")}
          </Button>
        )}
        {codes && <ButtonLink href={`${place}/code`}>{t("code")}</ButtonLink>}
      </div>
    </div>
  )
}
