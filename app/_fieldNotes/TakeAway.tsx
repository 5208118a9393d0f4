"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { SourceId } from "../../core/model"
import { ask } from "../_sync/api"
import { useProblem } from "../_sync/useProblem"
import { Button } from "../_ui/Button"
import { ConfirmDialog } from "../_ui/ConfirmDialog"
import { useToast } from "../_ui/Toasts"

interface Props {
  readonly source: SourceId
  /** Of the table. */
  readonly address: string
  readonly label: string
}

/** Takes a table of the notes away; says first how many names of the key would go out with it. */
export function TakeAway({ source, address, label }: Props) {
  const warn = useTranslations("pseudonyms.export")
  const t = useTranslations("notes.after")
  const say = useToast()
  const sentence = useProblem()
  const [held, setHeld] = useState<number | null>(null)
  // The answer is a file: the page stays where it is.
  const download = () => location.assign(address)

  async function take() {
    try {
      const { names } = await ask<{ names: number }>("GET", `/api/sources/${source}/notes/names`)
      if (names === 0) download()
      else setHeld(names)
    } catch (error) {
      say(sentence(error))
    }
  }

  return (
    <>
      <Button icon="download" onClick={() => void take()}>
        {label}
      </Button>
      {held !== null && (
        <ConfirmDialog
          open
          onOpenChange={() => setHeld(null)}
          title={t("named", { count: held })}
          confirm={warn("act")}
          onConfirm={download}
        >
          <p>{warn("body")}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
