"use client"

import { useLocale, useTranslations } from "next-intl"
import { useCallback, useEffect, useState } from "react"
import type * as Y from "yjs"
import { beganAt, type FieldNotes } from "../../../../../../core/fieldNotes"
import { arriving, toTell } from "../../../../../../core/participants/atTable"
import type { Sample } from "../../../../../../core/participants/model"
import { tableWords } from "../../../../../../core/participants/words"
import { putEntry } from "../../../../../../core/ydoc/fieldNotes"
import { ask } from "../../../../../_sync/api"
import { newId } from "../../../../../_sync/newId"
import { useProblemToast } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { useToast } from "../../../../../_ui/Toasts"

interface Props {
  readonly project: string
  readonly source: string
  readonly notes: FieldNotes
  readonly doc: Y.Doc
}

/**
 * Who takes part in this event by the table of participants: taken over as letters by one press; and once it has begun,
 * who came, was late or absent, carried back into the table. Nothing for who may not read that, or without a network.
 */
export function FromTable({ project, source, notes, doc }: Props) {
  const t = useTranslations("participants.live")
  const language = useLocale() === "en" ? "en" : "fr"
  const say = useToast()
  const sayProblem = useProblemToast()
  const [sample, setSample] = useState<Sample | null>(null)
  const [busy, setBusy] = useState(false)
  const path = `/api/projects/${project}/participants`
  const look = useCallback(() => ask<Sample>("GET", path).then(setSample, () => setSample(null)), [path])
  useEffect(() => void look(), [look])
  if (!sample) return null

  const coming = arriving(sample, source, notes.people)
  const told = beganAt(notes) === null ? [] : toTell(sample, source, notes.people)
  function take() {
    doc.transact(() => {
      for (const one of coming) putEntry(doc, "people", one)
    })
    say(t("taken", { letters: coming.map(({ letter }) => letter).join(", ") }))
  }
  async function tell() {
    setBusy(true)
    try {
      await ask("POST", path, { idempotencyKey: newId(), edits: told.map(({ edit }) => edit) })
      say(t("told"))
    } catch (error) {
      sayProblem(error)
    }
    await look()
    setBusy(false)
  }
  const who = told
    .map(({ letter, attendance }) => `${letter} ${tableWords[language].attendance[attendance]}`)
    .join(", ")
  return (
    <>
      {coming.length > 0 && (
        <span>
          <Button icon="people" onClick={take}>
            {t("take", { letters: coming.map(({ letter }) => letter).join(", ") })}
          </Button>
        </span>
      )}
      {told.length > 0 && (
        <span>
          <Button icon="people" busy={busy} onClick={tell}>
            {t("tell", { who })}
          </Button>
        </span>
      )}
    </>
  )
}
