"use client"

import { useTranslations } from "next-intl"
import { memo, useState } from "react"
import { wordsOf } from "../../../../../../core/text"
import { useLate } from "../../../../../_sync/useLate"
import { Button } from "../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"
import { TextArea } from "../../../../../_ui/Field"

/** What one wrote in this transcript and came too late to enter it; here until its writer puts it away. */
export const LateWords = memo(function LateWords({ source }: { readonly source: string }) {
  const t = useTranslations("transcribe.late")
  const { all, dismiss } = useLate()
  const late = all.find(({ room }) => room === `source/${source}`)
  if (!late) return null
  return (
    <ShownWords words={late.words}>
      <ConfirmDialog
        title={t("dismiss.title")}
        confirm={t("dismiss.act")}
        danger
        onConfirm={() => dismiss(late.room)}
        trigger={<Button kind="bare">{t("dismiss.act")}</Button>}
      >
        <p>{t("dismiss.body")}</p>
      </ConfirmDialog>
    </ShownWords>
  )
})

interface Props {
  readonly words: string
  readonly children?: React.ReactNode
}

/** Words that did not enter, to be read and copied. */
export function ShownWords({ words, children }: Props) {
  const t = useTranslations("transcribe.late")
  const [copied, setCopied] = useState<string | null>(null)
  const copy = () =>
    // Without https there is no clipboard; the words can be chosen in their field.
    navigator.clipboard?.writeText(words).then(
      () => setCopied(words),
      () => {},
    )
  const isCopied = copied === words
  return (
    <section className="late-words stack" aria-label={t("label")}>
      <p className="notice">{words === "" ? t("noWords") : t("count", { count: wordsOf(words).length })}</p>
      {words !== "" && (
        <TextArea label={t("words")} value={words} readOnly rows={Math.min(10, 2 + words.length / 80)} />
      )}
      <div className="row">
        {words !== "" && (
          <Button icon={isCopied ? "check" : "copy"} onClick={copy}>
            {t(isCopied ? "copied" : "copy")}
          </Button>
        )}
        {children}
      </div>
    </section>
  )
}
