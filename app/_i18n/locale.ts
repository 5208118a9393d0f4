/** The languages of the interface; the first is what is spoken where nothing says otherwise. */
export const locales = ["fr", "en"] as const
export type Locale = (typeof locales)[number]

export const localeCookie = "locale"

/** The language somebody chose, else the first one their browser asks for that we speak, else French. */
export function localeFor(chosen: string | undefined, acceptLanguage: string | null): Locale {
  return (
    known(chosen) ??
    preferences(acceptLanguage ?? "")
      .map(known)
      .find(Boolean) ??
    locales[0]
  )
}

function known(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split("-")[0]
  return locales.find((locale) => locale === language)
}

/** Language tags of an Accept-Language header, most wanted first; refused ones (q=0) are left out. */
function preferences(header: string): readonly string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim())
      const weight = parameters.find((parameter) => parameter.startsWith("q="))
      return { tag, weight: weight ? Number(weight.slice(2)) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight)
    .map(({ tag }) => tag)
}
