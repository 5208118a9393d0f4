"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useState } from "react"
import { isRemark } from "../../../../../../core/correcting"
import { wordsOf } from "../../../../../../core/text"
import { Button } from "../../../../../_ui/Button"
import { Popover } from "../../../../../_ui/Popover"

interface Props {
  readonly at: { getBoundingClientRect: () => DOMRect }
  readonly words: string
  /** The other coder's first name where one is blind to them; else the correction shows at once. */
  readonly blindTo: string | null
  readonly close: () => void
  /** Whether it was kept; what was typed stays here otherwise. */
  readonly correct: (words: string) => Promise<boolean>
}

/** Other words for those in the transcript: typed, Enter. */
export function CorrectPopover({ at, words, blindTo, close, correct }: Props) {
  const t = useTranslations("desk.correct")
  const [typed, setTyped] = useState(words)
  const [isSending, setSending] = useState(false)
  const written = typed.replace(/\s+/gu, " ").trim()
  const isEmpty = wordsOf(written).length === 0
  const isSame = written === words
  const send = async () => {
    if (isEmpty || isSame || isSending) return
    setSending(true)
    if (await correct(written)) close()
    else setSending(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  const hint = isEmpty
    ? t("empty")
    : blindTo === null
      ? t("atOnce")
      : isRemark(words, written)
        ? t("remark", { name: blindTo })
        : t("unsigned", { name: blindTo })
  return (
    <Popover
      label={t("label")}
      at={at}
      open
      onOpenChange={(open) => !open && close()}
      padded
      className="correct"
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a key or a press, to write in.
        autoFocus
        aria-label={t("field")}
        rows={Math.min(6, Math.ceil(typed.length / 40) || 1)}
        maxLength={2_000}
        value={typed}
        onFocus={(event) => event.target.setSelectionRange(typed.length, typed.length)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="small q2">{hint}</p>
      <div className="correct-acts">
        <Button kind="primary" disabled={isEmpty || isSame} busy={isSending} onClick={() => void send()}>
          {t("save")}
        </Button>
        <Button kind="plain" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
    </Popover>
  )
}
