"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { ask } from "../../../../../_sync/api"
import { useProblem } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { Alert } from "../../../../../_ui/States"

interface Props {
  readonly source: string
  readonly isClosed: boolean
}

/** Closes the notes to those who only observe, and opens them again; all are told by their room. */
export function Closing({ source, isClosed }: Props) {
  const t = useTranslations("notes.closing")
  const sentence = useProblem()
  const [failed, setFailed] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function change() {
    setFailed(null)
    setBusy(true)
    try {
      await ask(isClosed ? "DELETE" : "POST", `/api/sources/${source}/notes/closing`)
    } catch (error) {
      setFailed(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="row wrap live-closing" aria-label={t("label")}>
      <p className="small q2 grow" role="status">
        {t(isClosed ? "closed" : "open")}
      </p>
      <Button disabled={isBusy} onClick={() => void change()}>
        {t(isClosed ? "reopen" : "close")}
      </Button>
      {failed && <Alert>{failed}</Alert>}
    </section>
  )
}
