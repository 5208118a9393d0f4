"use client"

import { useLocale, useTranslations } from "next-intl"
import type { FormEvent, ReactNode } from "react"
import { ask } from "../_sync/api"
import { leaving, useChange } from "../_sync/useChange"
import { Button } from "../_ui/Button"
import { TextField } from "../_ui/Field"
import { Alert } from "../_ui/States"
import { signIn } from "./signIn"

interface Props {
  /** Where the account is made. */
  readonly path: string
  readonly title: string
  /** The verb on the button. */
  readonly create: string
  /** Where one is taken once signed in; told what was answered. */
  readonly next: string | "project"
  readonly email?: string | null
  readonly children?: ReactNode
}

/** Makes an account by a link, signs in with it, and goes on. */
export function NewAccountForm({ path, title, create, next, email, children }: Props) {
  const t = useTranslations("signin")
  const locale = useLocale()
  const { busy, failed, change } = useChange()

  function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    void change(async () => {
      const { project } = await ask<{ project?: string }>("POST", path, { ...given, locale })
      const there = next === "project" ? `/projects/${project}` : next
      const came = await signIn(given.email!, given.password!)
      location.assign(came === "entered" ? there : `/sign-in?${new URLSearchParams({ next: there })}`)
      return leaving
    })
  }

  return (
    <form className="form" method="post" onSubmit={make}>
      <h1 className="display">{title}</h1>
      {children}
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        autoComplete="name"
        required
        maxLength={200}
        pattern=".*\S.*"
        big
      />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email ?? ""}
        required
        big
      />
      <TextField
        label={t("newPassword")}
        hint={t("passwordHint")}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={1000}
        big
      />
      {failed && <Alert>{failed}</Alert>}
      <Button type="submit" kind="primary" size="big" wide busy={busy}>
        {create}
      </Button>
    </form>
  )
}
