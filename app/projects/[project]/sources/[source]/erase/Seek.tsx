"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, type ReactNode, useState } from "react"
import type { WhereWords } from "../../../../../../server/queries/whereWords"
import { ask } from "../../../../../_sync/api"
import { useProblem } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { TextField } from "../../../../../_ui/Field"

interface Props {
  readonly source: string
  readonly onFound: (words: string, where: WhereWords) => void
  /** The other ways to choose. */
  readonly children: ReactNode
}

/** A word or name, looked for in everything that may be seen. */
export function Seek({ source, onFound, children }: Props) {
  const t = useTranslations("safety.erase")
  const sentence = useProblem()
  const [words, setWords] = useState("")
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [nowhere, setNowhere] = useState<string | null>(null)

  async function seek(event: FormEvent) {
    event.preventDefault()
    const asked = words.trim()
    if (busy || asked === "") return
    setBusy(true)
    setFailed(null)
    try {
      const path = `/api/sources/${source}/erasures?find=${encodeURIComponent(asked)}`
      const where = await ask<WhereWords>("GET", path)
      const { transcript, speakers, elsewhere } = where
      setNowhere(transcript.length + speakers.length + elsewhere.length === 0 ? asked : null)
      onFound(asked, where)
    } catch (error) {
      setFailed(sentence(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="stack">
      <form className="seek" onSubmit={seek}>
        <TextField
          label={t("find")}
          hint={t("findHint")}
          error={failed}
          value={words}
          maxLength={200}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setWords(value)}
          end={
            <Button type="submit" busy={busy} disabled={words.trim() === ""}>
              {t("seek")}
            </Button>
          }
        />
      </form>
      <p className="small q2">{t("or")}</p>
      <div className="row wrap">{children}</div>
      <p role="status" className="small q2">
        {nowhere !== null && t("nowhere", { words: nowhere })}
      </p>
    </div>
  )
}
