import { createFormatter, createTranslator } from "next-intl"
import { formats } from "../../_i18n/formats"
import { type Locale, localeFor, locales } from "../../_i18n/locale"
import { messages as en } from "../../_messages/en"
import { messages as fr } from "../../_messages/fr"

const messages = { fr, en } as const

/** The language a page is read in: the one chosen on it, which its address says, else the browser's. No cookie is asked. */
export function languageOf(request: Request): Locale {
  const chosen = new URL(request.url).searchParams.get(LANGUAGE)
  const known = locales.find((locale) => locale === chosen)
  return localeFor(known, request.headers.get("accept-language"))
}

export const LANGUAGE = "langue"

/** What a page says in a language. */
export function wordsIn(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale], namespace: "memberReading" })
}

export type Words = ReturnType<typeof wordsIn>

/** A day, in words. */
export function dayIn(locale: Locale, date: Date): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return createFormatter({ locale, formats, timeZone }).dateTime(date, formats.dateTime.day)
}
