"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { CodePlace } from "../../../../server/queries/memoPlaces"
import { ask } from "../../../_sync/api"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { Alert } from "../../../_ui/States"
import { useToast } from "../../../_ui/Toasts"

/** Of a definition; what is longer is cut by whoever writes it. */
const LONGEST = 5_000

interface Props {
  readonly project: string
  readonly code: CodePlace
  /** The memo's words as they stand. */
  readonly read: () => string
}

/** Makes what is written in a memo the definition of the code it is about; asks before another is replaced. */
export function Definition({ project, code, read }: Props) {
  const t = useTranslations("projectMemos.definition")
  const say = useToast()
  const sentence = useProblem()
  const [words, setWords] = useState<string | null>(null)
  const [standing, setStanding] = useState(code.definition)
  const [failed, setFailed] = useState<string | null>(null)

  async function look() {
    setFailed(null)
    try {
      // As it is by now: somebody may have written one since.
      const codebook = await ask<{ codes: Record<string, { definition: string }> }>(
        "GET",
        `/api/projects/${project}/codes`,
      )
      setStanding(codebook.codes[code.id]?.definition ?? "")
    } catch {
      setStanding(code.definition)
    }
    setWords(read())
  }
  async function keep() {
    try {
      await ask("PATCH", `/api/codes/${encodeURIComponent(code.id)}`, { definition: words ?? "" })
      setStanding(words ?? "")
      say(t("done", { name: code.name }))
    } catch (error) {
      setFailed(sentence(error))
      throw error
    }
  }
  const isEmpty = words === ""
  const isLong = (words?.length ?? 0) > LONGEST
  return (
    <>
      <Button kind="bare" icon="tag" onClick={look}>
        {t("act")}
      </Button>
      {words !== null && (isEmpty || isLong) && (
        <ConfirmDialog
          open
          onOpenChange={() => setWords(null)}
          title={t("cannot")}
          confirm={t("understood")}
          onConfirm={() => setWords(null)}
        >
          <p>{t(isEmpty ? "nothing" : "long", { most: LONGEST })}</p>
        </ConfirmDialog>
      )}
      {words !== null && !isEmpty && !isLong && (
        <ConfirmDialog
          open
          onOpenChange={() => setWords(null)}
          title={t("title", { name: code.name })}
          confirm={t(standing === "" ? "make" : "replace")}
          onConfirm={keep}
        >
          {standing !== "" && (
            <>
              <p className="micro q">{t("standing")}</p>
              <p className="memo-quoted">{standing}</p>
            </>
          )}
          <p className="micro q">{t("new")}</p>
          <p className="memo-quoted">{words}</p>
          <p>{t("stays")}</p>
          {failed && <Alert>{failed}</Alert>}
        </ConfirmDialog>
      )}
    </>
  )
}
