"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useRef, useState } from "react"
import { Button } from "../../../_ui/Button"

interface Props {
  readonly label: string
  /** What is put on the clipboard. */
  readonly text: string
  readonly children: ReactNode
}

/** Something to be copied as a whole; chosen whole where the clipboard cannot be reached. */
export function CopyBlock({ label, text, children }: Props) {
  const t = useTranslations("settings.copy")
  const block = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<string | null>(null)
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch {
      // Without https there is no clipboard; the words are chosen, and a key copies them.
      if (block.current) getSelection()?.selectAllChildren(block.current)
    }
  }
  return (
    <div className="people-copied">
      <div ref={block} className="grow">
        {children}
      </div>
      <Button kind="bare" icon={copied === text ? "check" : "copy"} onClick={copy}>
        {copied === text ? t("done") : label}
      </Button>
    </div>
  )
}
