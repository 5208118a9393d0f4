"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { signOut } from "../../_frame/signOut"
import { ask } from "../../_sync/api"
import { leaving, useChange } from "../../_sync/useChange"
import { Button } from "../../_ui/Button"
import { Alert } from "../../_ui/States"

interface Props {
  readonly path: string
  readonly caller: { readonly id: string; readonly name: string; readonly email: string }
  readonly title: string
  readonly children: ReactNode
}

/** Joins as who one is signed in as, or makes way for another account. */
export function Join({ path, caller, title, children }: Props) {
  const t = useTranslations("signin.invitation")
  const { busy, failed, change } = useChange()
  const join = () =>
    change(async () => {
      const { project } = await ask<{ project: string }>("POST", path)
      location.assign(`/projects/${project}`)
      return leaving
    })
  const other = () =>
    change(async () => {
      await signOut(caller.id, location.pathname)
      return leaving
    })

  return (
    <div className="form">
      <h1 className="display">{title}</h1>
      {children}
      <p>{t("joinAs", { name: caller.name, email: caller.email })}</p>
      {failed && <Alert>{failed}</Alert>}
      <Button kind="primary" size="big" wide busy={busy} onClick={join}>
        {t("join")}
      </Button>
      <Button kind="bare" onClick={other}>
        {t("other")}
      </Button>
    </div>
  )
}
