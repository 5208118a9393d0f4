"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Blindness } from "../../../../core/model"
import { weakerThan } from "../../../../core/weakening"
import type { AskedWeakening } from "../../../../server/queries/weakening"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { ChoiceCards } from "../../../_ui/Choice"
import { Alert } from "../../../_ui/States"

interface Props {
  readonly source: string
  /** The policy in force. */
  readonly policy: Blindness
  readonly asked: AskedWeakening | null
  readonly close: () => void
}

/** Once coding has begun: asks the coders for a weaker policy, or withdraws what was asked. */
export function AskWeaker({ source, policy, asked, close }: Props) {
  const t = useTranslations("overview.weakening")
  const policies = useTranslations("source.coding.policy")
  const [to, setTo] = useState<Blindness | null>(null)
  const { busy, failed, change } = useChange({ done: close })
  const path = `/api/sources/${source}/weakening`
  if (asked?.state === "asked") {
    return (
      <div className="stack tight">
        <div className="row wrap">
          <p className="grow">{t("waits", { policy: policies(`${asked.to}.name`) })}</p>
          <Button
            kind="bare"
            busy={busy}
            onClick={() => change(() => ask("DELETE", path, { weakening: asked.id }))}
          >
            {t("withdraw")}
          </Button>
        </div>
        {failed && <Alert>{failed}</Alert>}
      </div>
    )
  }
  const weaker = weakerThan(policy)
  if (weaker.length === 0) return <p className="small q">{t("weakest")}</p>
  return (
    <div className="stack">
      {asked && <p className="notice">{t("declined", { policy: policies(`${asked.to}.name`) })}</p>}
      <p className="small q2">{t("lead")}</p>
      <ChoiceCards<Blindness>
        label={t("ask")}
        value={to}
        onChange={setTo}
        options={weaker.map((value) => ({
          value,
          label: policies(`${value}.name`),
          hint: policies(`${value}.hint`),
        }))}
      />
      {failed && <Alert>{failed}</Alert>}
      <div className="row">
        <Button
          busy={busy}
          disabled={to === null}
          onClick={() => to && change(() => ask("POST", path, { to }))}
        >
          {t("ask")}
        </Button>
      </div>
    </div>
  )
}
