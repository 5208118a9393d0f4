"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "../../../../_ui/Button"
import { TextArea } from "../../../../_ui/Field"

/** A transcript typed or pasted by hand. */
export function PasteText({ onText }: { readonly onText: (text: string) => void }) {
  const t = useTranslations("source.files")
  const [text, setText] = useState("")
  return (
    <div className="stack pasted">
      <TextArea
        label={t("pasted")}
        hint={t("pastedHint")}
        rows={8}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="form-end">
        <Button disabled={text.trim() === ""} onClick={() => onText(text)}>
          {t("read")}
        </Button>
      </div>
    </div>
  )
}
