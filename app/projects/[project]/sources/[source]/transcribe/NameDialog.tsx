"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import type * as Y from "yjs"
import { isName, LONGEST_NAME, LONGEST_STAND_IN } from "../../../../../../core/pseudonyms"
import type { History } from "../../../../../../core/ydoc/history"
import { ask } from "../../../../../_sync/api"
import { useProblem } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { Dialog, DialogClose } from "../../../../../_ui/Dialog"
import { TextField } from "../../../../../_ui/Field"
import { Alert } from "../../../../../_ui/States"
import { useToast } from "../../../../../_ui/Toasts"
import { placesOf, replaceName } from "./usePseudonyms"

interface Props {
  readonly source: string
  readonly doc: Y.Doc
  readonly history: History | null
  readonly name: string
  readonly close: () => void
  readonly replaced: () => void
}

/** Asks which name becomes which letter, puts it into the key, then into the text: a name that is in no key stays as it is. */
export function NameDialog({ source, doc, history, name: selected, close, replaced }: Props) {
  const t = useTranslations("pseudonyms")
  const common = useTranslations("common")
  const say = useToast()
  const sentence = useProblem()
  const [name, setName] = useState(selected)
  const [stands, setStands] = useState("")
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const count = isName(name) ? placesOf(doc, name) : null

  async function replace(event: FormEvent) {
    event.preventDefault()
    if (busy || !isName(name)) return
    setBusy(true)
    setFailed(null)
    try {
      const body = { name: name.trim(), stands: stands.trim() || null }
      const answer = await ask<{ stands: string; known: boolean }>(
        "POST",
        `/api/sources/${source}/pseudonyms`,
        body,
      )
      const about = { name: body.name, stands: answer.stands }
      const count = replaceName(doc, history, body.name, answer.stands)
      if (answer.known && body.stands !== null && body.stands !== answer.stands) say(t("known", about))
      say({ text: t("done", { ...about, count }), about: "pseudonyms" })
      replaced()
      close()
    } catch (error) {
      setFailed(sentence(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={close}
      title={t("dialog.title")}
      description={t("dialog.lead")}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button kind="primary" type="submit" form="pseudonym" busy={busy} disabled={!isName(name)}>
            {t("dialog.act")}
          </Button>
        </>
      }
    >
      <form id="pseudonym" className="stack" onSubmit={replace}>
        <TextField
          label={t("dialog.name")}
          value={name}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          spellCheck={false}
          hint={count === null ? undefined : t("dialog.places", { count })}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <TextField
          label={t("dialog.stands")}
          value={stands}
          maxLength={LONGEST_STAND_IN}
          autoComplete="off"
          spellCheck={false}
          placeholder={t("dialog.next")}
          onChange={({ currentTarget: { value } }) => setStands(value)}
        />
      </form>
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
