"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useCallback, useState } from "react"
import { Problem } from "../_sync/api"
import { useProblemToast } from "../_sync/useProblem"
import { Button } from "../_ui/Button"
import { Dialog, DialogClose } from "../_ui/Dialog"
import { TextField } from "../_ui/Field"
import { useToast } from "../_ui/Toasts"

export type Command = (whyNotListened: string | null) => Promise<unknown>

interface Waiting {
  readonly command: Command
  readonly said: string
  readonly done: (() => void) | undefined
}

/**
 * Sends commands about disagreements one at a time and says how they went. Where the server asks to listen first (R8),
 * `ask` is a dialog that offers it, or sends the command again with a word why not.
 */
export function useAttempt(listen: (() => void) | null) {
  const say = useToast()
  const sayProblem = useProblemToast()
  const [busy, setBusy] = useState(false)
  const [waiting, setWaiting] = useState<Waiting | null>(null)

  const send = useCallback(
    async (wanted: Waiting, why: string | null) => {
      setBusy(true)
      try {
        await wanted.command(why)
        setWaiting(null)
        if (wanted.said) say(wanted.said)
        wanted.done?.()
      } catch (error) {
        if (error instanceof Problem && error.code === "listen-first") setWaiting(wanted)
        else {
          setWaiting(null)
          sayProblem(error)
        }
      } finally {
        setBusy(false)
      }
    },
    [say, sayProblem],
  )
  const attempt = useCallback(
    (command: Command, said: string, done?: () => void) => send({ command, said, done }, null),
    [send],
  )
  const ask: ReactNode = waiting && (
    <ListenFirst
      busy={busy}
      listen={listen}
      onClose={() => setWaiting(null)}
      goOn={(why) => void send(waiting, why)}
    />
  )
  return { attempt, busy, ask }
}

interface Asked {
  readonly busy: boolean
  readonly listen: (() => void) | null
  readonly onClose: () => void
  readonly goOn: (why: string) => void
}

function ListenFirst({ busy, listen, onClose, goOn }: Asked) {
  const t = useTranslations("review.listen")
  const [why, setWhy] = useState("")
  return (
    <Dialog
      title={t("first")}
      description={t("firstBody")}
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button busy={busy} disabled={why.trim() === ""} onClick={() => goOn(why.trim())}>
            {t("without")}
          </Button>
          {listen && (
            <DialogClose>
              <Button kind="primary" icon="headphones" onClick={listen}>
                {t("again")}
              </Button>
            </DialogClose>
          )}
        </>
      }
    >
      <TextField
        label={t("why")}
        hint={t("whyHint")}
        value={why}
        maxLength={1000}
        onChange={(event) => setWhy(event.target.value)}
      />
    </Dialog>
  )
}
