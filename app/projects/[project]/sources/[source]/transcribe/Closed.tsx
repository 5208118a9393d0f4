"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { wordsOf } from "../../../../../../core/text"
import type { RoomState } from "../../../../../_sync/connect"
import { Button, ButtonLink } from "../../../../../_ui/Button"
import { TextArea } from "../../../../../_ui/Field"

interface Props {
  /** Why nothing more is written here. */
  readonly reason: RoomState | "ready"
  /** What was written here and not taken. */
  readonly late: string
  readonly place: string
  readonly codes: boolean
  readonly signIn: string
}

/** Somebody has closed it, or one may not write any more; nothing of what was written too late is thrown away. */
export function Closed({ reason, late: now, place, codes, signIn }: Props) {
  const t = useTranslations("transcribe")
  // As it was when this was first shown: nothing is added to it any more.
  const [late] = useState(now)
  const known = reason === "ready" || reason === "full" || reason === "not-taken" ? reason : "refused"
  return (
    <main id="main" className="main narrow stack" tabIndex={-1}>
      <h1 className="title">{t(`over.${known}.title`)}</h1>
      <p className="q2 prose" role="status">
        {t(`over.${known}.body`)}
      </p>
      {late !== "" && (
        <section className="stack" aria-label={t("late.label")}>
          <p className="notice">{t("late.count", { count: wordsOf(late).length })}</p>
          <Late words={late} />
        </section>
      )}
      <div className="row">
        {known === "refused" ? (
          <a className="btn" href={signIn}>
            {t("over.signIn")}
          </a>
        ) : (
          <ButtonLink
            kind="primary"
            href={codes && known === "ready" ? `${place}/code` : `${place}/passages`}
          >
            {t(codes && known === "ready" ? "code" : "over.passages")}
          </ButtonLink>
        )}
      </div>
    </main>
  )
}

function Late({ words }: { readonly words: string }) {
  const t = useTranslations("transcribe.late")
  const [copied, setCopied] = useState(false)
  const copy = () =>
    // Without https there is no clipboard; the words can be chosen in their field.
    navigator.clipboard?.writeText(words).then(
      () => setCopied(true),
      () => {},
    )
  return (
    <>
      <TextArea label={t("words")} value={words} readOnly rows={Math.min(10, 2 + words.length / 80)} />
      <div>
        <Button icon={copied ? "check" : "copy"} onClick={copy}>
          {t(copied ? "copied" : "copy")}
        </Button>
      </div>
    </>
  )
}
