import { createTranslator } from "use-intl/core"
import { messages as en } from "../../app/_messages/en"
import { messages as fr } from "../../app/_messages/fr"

export type Language = "fr" | "en"

/** The interface's words in a language, as a test looks for them on the screen: `say("desk.passage.finish")`. */
export function wordsIn(language: Language) {
  const translate = createTranslator({
    locale: language,
    messages: language === "fr" ? fr : (en as typeof fr),
  })
  return (key: string, values?: Record<string, string | number>): string =>
    (translate as (key: string, values?: Record<string, string | number>) => string)(key, values)
}
