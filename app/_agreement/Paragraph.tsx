"use client"

import { useLocale, useTranslations } from "next-intl"
import { useRef, useState } from "react"
import type { InTwoLanguages } from "../../core/agreement/project/answer"
import { Button } from "../_ui/Button"
import { Segmented } from "../_ui/Choice"

/** A paragraph for somebody's methods section, in the language it is written in, to be copied. */
export function Paragraph({ text }: { readonly text: InTwoLanguages }) {
  const t = useTranslations("agreement.methods")
  const [language, setLanguage] = useState<keyof InTwoLanguages>(useLocale() === "en" ? "en" : "fr")
  const [copied, setCopied] = useState<string | null>(null)
  const block = useRef<HTMLQuoteElement>(null)
  const words = text[language]
  async function copy() {
    try {
      await navigator.clipboard.writeText(words)
      setCopied(words)
    } catch {
      // Without https there is no clipboard; the words are chosen, and a key copies them.
      if (block.current) getSelection()?.selectAllChildren(block.current)
    }
  }
  return (
    <div className="stack">
      <blockquote ref={block} lang={language} className="verbatim prose methods-paragraph">
        {words.split(/\n+/).map((part) => (
          <p key={part}>{part}</p>
        ))}
      </blockquote>
      <div className="row wrap">
        <Segmented
          label={t("language")}
          options={[
            { value: "fr", label: t("french") },
            { value: "en", label: t("english") },
          ]}
          value={language}
          onChange={setLanguage}
        />
        <Button icon={copied === words ? "check" : "copy"} onClick={copy}>
          {copied === words ? t("copied") : t("copy")}
        </Button>
      </div>
    </div>
  )
}
