"use client"

import { useTranslations } from "next-intl"
import type { FormEvent } from "react"
import { Section } from "../_frame/Section"
import { ask, Problem } from "../_sync/api"
import { useChange } from "../_sync/useChange"
import { Button } from "../_ui/Button"
import { TextField } from "../_ui/Field"
import { Alert } from "../_ui/States"
import { useToast } from "../_ui/Toasts"

/** Changes the password; everywhere else one is signed out. */
export function NewPassword({ email }: { readonly email: string }) {
  const t = useTranslations("settings.password")
  const say = useToast()
  const { busy, failed, change } = useChange({
    done: () => say(t("changed")),
    wordsFor: (error) => (error instanceof Problem && error.code === "not-allowed" ? t("wrong") : null),
  })

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    void change(async () => {
      await ask("PATCH", "/api/me", { password: Object.fromEntries(new FormData(form)) })
      form.reset()
    })
  }

  return (
    <Section title={t("title")} lead={t("lead")}>
      <form className="form" method="post" onSubmit={send}>
        {/* So that a password manager knows whose it is. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextField
          label={t("current")}
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          label={t("next")}
          hint={t("hint")}
          name="next"
          type="password"
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={1000}
        />
        {failed && <Alert>{failed}</Alert>}
        <div className="row">
          <Button type="submit" busy={busy}>
            {t("change")}
          </Button>
        </div>
      </form>
    </Section>
  )
}
