"use client"

import { useTranslations } from "next-intl"
import type { FlagView } from "../../../../../../core/view"
import { useAttempt } from "../../../../../_discussion/useAttempt"
import { ask } from "../../../../../_sync/api"
import { useOnce } from "../../../../../_sync/useOnce"
import { Button } from "../../../../../_ui/Button"
import { useToast } from "../../../../../_ui/Toasts"
import type { Discussing } from "./discussing"

interface Props {
  readonly discussing: Discussing
  readonly ticked: readonly FlagView[]
  readonly tickAll: () => void
  readonly onDone: () => void
}

interface Answer {
  readonly resolved: number
  readonly proposed: number
  readonly refused: readonly unknown[]
}

/** Keeps or drops several codings that one alone made: what concedes is decided, the rest is proposed. */
export function Batch({ discussing, ticked, tickAll, onDone }: Props) {
  const t = useTranslations("review")
  const say = useToast()
  const once = useOnce({ of: discussing.source, revision: ticked.map((flag) => flag.revision).join(" ") })
  const { attempt, busy, ask: asking } = useAttempt(null)
  const send = (keep: boolean) =>
    attempt(
      async () => {
        const body = { disagreements: ticked.map((flag) => flag.id), keep, reason: "" }
        const answer = await once(body, (idempotencyKey) =>
          ask<Answer>("POST", `/api/sources/${discussing.source}/batches`, { ...body, idempotencyKey }),
        )
        const { resolved, proposed, refused } = answer
        const said = [t("said.batch", { resolved, proposed })]
        if (refused.length > 0) said.push(t("said.batchRefused", { count: refused.length }))
        say(said.join(" "))
      },
      "",
      onDone,
    )
  const none = ticked.length === 0
  return (
    <div className="foot stack">
      <span className="row">
        <span className="small q2 grow" role="status">
          {t("list.ticked", { count: ticked.length })}
        </span>
        <Button kind="bare" onClick={tickAll}>
          {t("list.tickAll")}
        </Button>
      </span>
      <span className="row">
        <Button kind="primary" busy={busy} disabled={none} onClick={() => void send(true)}>
          {t("list.keep")}
        </Button>
        <Button busy={busy} disabled={none} onClick={() => void send(false)}>
          {t("list.drop")}
        </Button>
      </span>
      {asking}
    </div>
  )
}
