"use client"

import { useTranslations } from "next-intl"
import { memo, useEffect, useState } from "react"
import type * as Y from "yjs"
import { isName } from "../../../../../../core/pseudonyms"
import { wordsOf } from "../../../../../../core/text"
import type { History } from "../../../../../../core/ydoc/history"
import { Button } from "../../../../../_ui/Button"
import { Keys } from "../../../../../_ui/Keys"
import { useToast } from "../../../../../_ui/Toasts"
import { NameDialog } from "./NameDialog"
import { replaceNames, useStandingNames } from "./usePseudonyms"

interface Props {
  readonly source: string
  readonly doc: Y.Doc
  readonly saved: boolean
  readonly history: History | null
}

/** Names that become letters: one by one as they are met, and those of the key that still stand in the text. */
export const Pseudonyms = memo(function Pseudonyms({ source, doc, saved, history }: Props) {
  const t = useTranslations("pseudonyms")
  const say = useToast()
  const { names, look } = useStandingNames(source, saved)
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyN") return
      event.preventDefault()
      setChosen(selectedWords())
    }
    window.addEventListener("keydown", onKey, { capture: true })
    return () => window.removeEventListener("keydown", onKey, { capture: true })
  }, [])
  const replaceAll = (standing: NonNullable<typeof names>) => {
    const count = replaceNames(doc, history, standing)
    say({ text: t("replacedAll", { count }), about: "pseudonyms" })
  }
  return (
    <section className="pseudonyms" aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <div className="row">
        <Button
          // What is selected stays so.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setChosen(selectedWords())}
        >
          {t("replace")}
        </Button>
        <Keys keys={["Alt", "N"]} />
      </div>
      {names && names.length > 0 && (
        <div className="standing">
          <p className="small">{t("standing", { count: names.length })}</p>
          <ul className="small q2">
            {names.map(({ words, stands }) => (
              <li key={words}>{t("becomes", { words, stands })}</li>
            ))}
          </ul>
          <Button kind="bare" onClick={() => replaceAll(names)}>
            {t("replaceAll")}
          </Button>
        </div>
      )}
      {chosen !== null && (
        <NameDialog
          {...{ source, doc, history }}
          name={chosen}
          close={() => setChosen(null)}
          replaced={() => look().catch(() => {})}
        />
      )}
    </section>
  )
})

/** The words that are selected on the page, without the signs around them, where they can be a name. */
function selectedWords(): string {
  const selected = getSelection()?.toString() ?? ""
  const words = wordsOf(selected)
  const name = words.length > 0 ? selected.slice(words[0]!.from, words.at(-1)!.to) : ""
  return isName(name) ? name : ""
}
