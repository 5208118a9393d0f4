"use client"

import { useRouter } from "next/navigation"
import { useLocale, useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { Section } from "../_frame/Section"
import { type Locale, localeCookie, locales } from "../_i18n/locale"
import { ask } from "../_sync/api"
import { useProblemToast } from "../_sync/useProblem"
import { Button } from "../_ui/Button"
import { Segmented } from "../_ui/Choice"
import { Field, TextField } from "../_ui/Field"
import { remember } from "../_ui/remember"
import { useToast } from "../_ui/Toasts"

// Each in its own words: whoever looks for it may not read the other.
const names: Readonly<Record<Locale, string>> = { fr: "Français", en: "English" }

/** One's name, and the language one is spoken to in. */
export function Identity({ name, email }: { readonly name: string; readonly email: string }) {
  const t = useTranslations("settings")
  const common = useTranslations("common")
  const locale = useLocale()
  const router = useRouter()
  const say = useToast()
  const sayProblem = useProblemToast()
  const [busy, setBusy] = useState(false)

  async function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    const { name } = Object.fromEntries(new FormData(event.currentTarget))
    await ask("PATCH", "/api/me", { name }).then(() => say(t("identity.saved")), sayProblem)
    router.refresh()
    setBusy(false)
  }

  async function speak(chosen: Locale) {
    remember(localeCookie, chosen)
    await ask("PATCH", "/api/me", { locale: chosen }).catch(sayProblem)
    router.refresh()
  }

  return (
    <Section title={t("identity.title")}>
      <form className="form" onSubmit={rename}>
        <TextField label={t("identity.email")} value={email} hint={t("identity.emailHint")} readOnly />
        <TextField
          label={t("identity.name")}
          name="name"
          autoComplete="name"
          defaultValue={name}
          required
          maxLength={200}
          pattern=".*\S.*"
          end={
            <Button type="submit" kind="bare" busy={busy}>
              {common("save")}
            </Button>
          }
        />
        <Field label={common("language")}>
          {() => (
            <Segmented
              label={common("language")}
              value={locale}
              onChange={(chosen) => void speak(chosen)}
              options={locales.map((value) => ({ value, label: <span lang={value}>{names[value]}</span> }))}
            />
          )}
        </Field>
      </form>
    </Section>
  )
}
