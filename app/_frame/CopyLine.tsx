"use client"

import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { Button } from "../_ui/Button"
import { TextField } from "../_ui/Field"

interface Props {
  readonly label: string
  readonly text: string
}

/** Something to be copied, such as a link or a token; chosen whole where the clipboard cannot be reached. */
export function CopyLine({ label, text }: Props) {
  const t = useTranslations("settings.copy")
  const line = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<string | null>(null)

  async function copy() {
    line.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch {
      // Without https there is no clipboard; the words are chosen, and a key copies them.
    }
  }

  return (
    <div className="row end-aligned">
      <div className="grow">
        <TextField ref={line} label={label} value={text} readOnly spellCheck={false} />
      </div>
      <Button icon={copied === text ? "check" : "copy"} onClick={copy}>
        {copied === text ? t("done") : t("do")}
      </Button>
    </div>
  )
}
