import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { createTranslator } from "use-intl/core"

export type Language = "fr" | "en"

/** The interface's words in a language, as a test looks for them on the screen: `say("desk.passage.finish")`. */
export function wordsIn(language: Language) {
  const folder = join(import.meta.dirname, "../../app/_messages", language)
  const messages = Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  )
  const translate = createTranslator({ locale: language, messages }) as unknown as (
    key: string,
    values?: Record<string, string | number>,
  ) => string
  return (key: string, values?: Record<string, string | number>): string => translate(key, values)
}
