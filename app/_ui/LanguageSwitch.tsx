"use client"

import { useRouter } from "next/navigation"
import { useLocale, useTranslations } from "next-intl"
import { useTransition } from "react"
import { type Locale, localeCookie, locales } from "../_i18n/locale"
import { Button } from "./Button"
import { Menu, MenuRadios } from "./Menu"
import { remember } from "./remember"

// Each in its own words: whoever looks for it may not read the other.
const names: Readonly<Record<Locale, string>> = { fr: "Français", en: "English" }

/** French or English, kept in a cookie; the page stays where it is. */
export function LanguageSwitch() {
  const t = useTranslations("common")
  const locale = useLocale()
  const router = useRouter()
  const [, startTransition] = useTransition()

  function speak(chosen: Locale) {
    remember(localeCookie, chosen)
    startTransition(() => router.refresh())
  }

  return (
    <Menu
      trigger={
        <Button kind="bare" aria-label={`${t("language")}${t("colon")}${names[locale]}`}>
          {locale.toUpperCase()}
        </Button>
      }
    >
      <MenuRadios
        value={locale}
        onChange={speak}
        options={locales.map((value) => ({ value, label: <span lang={value}>{names[value]}</span> }))}
      />
    </Menu>
  )
}
