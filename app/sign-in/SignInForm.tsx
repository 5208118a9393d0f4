"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useRef, useState } from "react"
import { type SignIn, signIn } from "../_frame/signIn"
import { Button } from "../_ui/Button"
import { TextField } from "../_ui/Field"
import { Alert } from "../_ui/States"

/** Address and password; then on to `next`. */
export function SignInForm({ next }: { readonly next: string }) {
  const t = useTranslations("signin")
  const [failed, setFailed] = useState<Exclude<SignIn, "entered"> | null>(null)
  const [busy, setBusy] = useState(false)
  const password = useRef<HTMLInputElement>(null)

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const given = new FormData(event.currentTarget)
    setBusy(true)
    setFailed(null)
    const came = await signIn(String(given.get("email")), String(given.get("password")))
    // The page is loaded anew, so that nothing of somebody else's stays in memory.
    if (came === "entered") return location.assign(next)
    setBusy(false)
    setFailed(came)
    password.current?.select()
  }

  return (
    // Should the script not have come yet: the password goes into no address.
    <form className="form" method="post" onSubmit={enter}>
      <h1 className="display">{t("title")}</h1>
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
        required
        big
      />
      <TextField
        ref={password}
        label={t("password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        big
      />
      {failed && <Alert>{t(`failed.${failed}`)}</Alert>}
      <Button type="submit" kind="primary" size="big" shortcut="⏎" wide busy={busy}>
        {t("enter")}
      </Button>
      <p className="small q">{t("noAccount")}</p>
    </form>
  )
}
