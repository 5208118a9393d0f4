import { cookies, headers } from "next/headers"
import { getRequestConfig } from "next-intl/server"
import { formats } from "./formats"
import { type Locale, localeCookie, localeFor } from "./locale"

/** What next-intl needs to answer one request: whose language, and every word of it. */
export default getRequestConfig(async () => {
  const locale = localeFor(
    (await cookies()).get(localeCookie)?.value,
    (await headers()).get("accept-language"),
  )
  return {
    locale,
    messages: await messagesIn(locale),
    formats,
    // One zone on both sides of the wire, or a time rendered here would read otherwise once hydrated there.
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
})

async function messagesIn(locale: Locale) {
  switch (locale) {
    case "fr":
      return (await import("../_messages/fr")).messages
    case "en":
      return (await import("../_messages/en")).messages
  }
}
