"use client"

import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { CopyLine } from "../_frame/CopyLine"
import { Section } from "../_frame/Section"
import { ask } from "../_sync/api"
import { useChange } from "../_sync/useChange"
import { useProblemToast } from "../_sync/useProblem"
import { Button } from "../_ui/Button"
import { ConfirmDialog } from "../_ui/ConfirmDialog"
import { Select, TextField } from "../_ui/Field"
import { Alert } from "../_ui/States"

interface Token {
  readonly id: string
  readonly label: string | null
  readonly mayWrite: boolean
  readonly createdAt: string
  readonly expiresAt: string
}

const lifetimes = [30, 90, 365]

/** Keys with which scripts do what their owner may do. Each is shown once, and can be revoked. */
export function Tokens({ tokens }: { readonly tokens: readonly Token[] }) {
  const t = useTranslations("settings.tokens")
  const [secret, setSecret] = useState<string | null>(null)
  const { busy, failed, change } = useChange()

  function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const { label, days, may } = Object.fromEntries(new FormData(form))
    void change(async () => {
      const body = { label, days: Number(days), mayWrite: may === "write" }
      const made = await ask<{ secret: string }>("POST", "/api/tokens", body)
      setSecret(made.secret)
      form.reset()
    })
  }

  return (
    <Section title={t("title")} lead={t("lead")}>
      {tokens.length > 0 && (
        <ul className="lines">
          {tokens.map((token) => (
            <TokenLine key={token.id} token={token} />
          ))}
        </ul>
      )}
      <form className="row wrap top-aligned token-form" onSubmit={make}>
        <div className="grow">
          <TextField
            label={t("label")}
            hint={t("labelHint")}
            name="label"
            required
            maxLength={100}
            pattern=".*\S.*"
            autoComplete="off"
          />
        </div>
        <Select label={t("may")} name="may" defaultValue="read">
          <option value="read">{t("read")}</option>
          <option value="write">{t("write")}</option>
        </Select>
        <Select label={t("days")} name="days" defaultValue="90">
          {lifetimes.map((days) => (
            <option key={days} value={days}>
              {t("daysOf", { days })}
            </option>
          ))}
        </Select>
        <Button type="submit" busy={busy}>
          {t("make")}
        </Button>
      </form>
      {failed && <Alert>{failed}</Alert>}
      {secret && (
        <div className="stack" role="status">
          <CopyLine label={t("secret")} text={secret} />
          <p className="small q2">{t("once")}</p>
        </div>
      )}
    </Section>
  )
}

function TokenLine({ token }: { readonly token: Token }) {
  const t = useTranslations("settings.tokens")
  const format = useFormatter()
  const router = useRouter()
  const sayProblem = useProblemToast()
  const label = token.label ?? ""
  const revoke = () => ask("DELETE", `/api/tokens/${token.id}`).then(() => router.refresh(), sayProblem)
  return (
    <li className="row wrap">
      <span className="grow strong">{label}</span>
      <span className="small q">
        {token.mayWrite ? t("write") : t("read")}
        {" · "}
        {t("until", { day: format.dateTime(new Date(token.expiresAt), "day") })}
      </span>
      <ConfirmDialog
        title={t("revokeOf", { label })}
        confirm={t("revoke")}
        danger
        onConfirm={revoke}
        trigger={
          <Button kind="bare" aria-label={t("revokeOf", { label })}>
            {t("revoke")}
          </Button>
        }
      >
        {t("revokeBody")}
      </ConfirmDialog>
    </li>
  )
}
