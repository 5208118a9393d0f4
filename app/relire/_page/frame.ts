import type { Locale } from "../../_i18n/locale"
import { type Html, html } from "./html"
import { LANGUAGE, wordsIn } from "./words"

/** What a page is written for: a request, its language, where it is. */
export interface Framed {
  readonly locale: Locale
  /** Of this answer: without it neither style nor script of the page is run. */
  readonly nonce: string
  /** Where this page is, for its language to be changed; null where there is nothing to come back to. */
  readonly path: string | null
}

// Each in its own words: whoever looks for it may not read the other.
const names = { fr: "Français", en: "English" } as const

/** A whole page. It takes one style and one script besides, and shows the same without either. */
export function framed({ locale, nonce, path }: Framed, main: Html, script = false): Html {
  const t = wordsIn(locale)
  const other = locale === "fr" ? "en" : "fr"
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<title>${t("title")}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/relire.css" nonce="${nonce}">
${script && html`<script src="/relire.js" nonce="${nonce}" defer></script>`}
</head>
<body>
<header class="top">
${
  path !== null &&
  html`<nav aria-label="${t("language")}"><a href="${path}?${LANGUAGE}=${other}" lang="${other}" hreflang="${other}">${names[other]}</a></nav>`
}
</header>
${main}
</body>
</html>
`
}

/** The answer that carries a page. Nobody keeps it. */
export function pageResponse(page: Html, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(page.text, {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  })
}
