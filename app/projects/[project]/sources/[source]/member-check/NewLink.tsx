"use client"

import { useFormatter, useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { type CheckScope, type Participant, USUAL_CHECK_DAYS } from "../../../../../../core/memberCheck"
import type { Speaker } from "../../../../../../core/model"
import type { NamesShown } from "../../../../../../server/queries/namesShown"
import { CopyLine } from "../../../../../_frame/CopyLine"
import { ask } from "../../../../../_sync/api"
import { useChange } from "../../../../../_sync/useChange"
import { Button } from "../../../../../_ui/Button"
import { Segmented } from "../../../../../_ui/Choice"
import { Select } from "../../../../../_ui/Field"
import { Alert } from "../../../../../_ui/States"
import { Seen } from "./Seen"

const lengths = [7, 14, USUAL_CHECK_DAYS, 60, 90]

interface Props {
  readonly source: string
  readonly participants: readonly Participant[]
  /** Whose words stand in the transcript. */
  readonly speaking: readonly Speaker[]
  readonly turns: number
  readonly unfinished: boolean
  readonly names: NamesShown
}

/** Makes a link for one participant, after saying what they will read; it is shown once. */
export function NewLink({ source, participants, speaking, turns, unfinished, names }: Props) {
  const t = useTranslations("memberCheck.new")
  const format = useFormatter()
  const [who, setWho] = useState<string | null>(null)
  const [scope, setScope] = useState<CheckScope>("own")
  const [made, setMade] = useState<{ readonly link: string; readonly expiresAt: string } | null>(null)
  const { busy, failed, change } = useChange()
  const participant = participants.find(({ id }) => id === who) ?? participants[0]

  function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const days = Number(new FormData(event.currentTarget).get("days"))
    const body = { speaker: participant?.id, scope, days }
    void change(async () => setMade(await ask("POST", `/api/sources/${source}/member-checks`, body)))
  }

  return (
    <section className="stack" aria-labelledby="new-link">
      <h2 className="lead" id="new-link">
        {t("title")}
      </h2>
      {participant ? (
        <form className="new-link" onSubmit={make}>
          <div className="choosing">
            <Select label={t("who")} value={participant.id} onChange={(event) => setWho(event.target.value)}>
              {participants.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
            <div className="scope">
              <span aria-hidden="true">{t("scope")}</span>
              <Segmented
                label={t("scope")}
                value={scope}
                onChange={setScope}
                options={[
                  { value: "own", label: t("own") },
                  { value: "whole", label: t("whole") },
                ]}
              />
            </div>
            <Select label={t("days")} name="days" defaultValue={USUAL_CHECK_DAYS}>
              {lengths.map((days) => (
                <option key={days} value={days}>
                  {t("dayCount", { days })}
                </option>
              ))}
            </Select>
          </div>
          <Seen
            {...{ participant, participants, speaking, turns, scope, unfinished }}
            names={names[participant.id]?.[scope] ?? []}
          />
          {failed && <Alert>{failed}</Alert>}
          <div>
            <Button type="submit" kind="primary" busy={busy}>
              {t("make")}
            </Button>
          </div>
        </form>
      ) : (
        <p className="q2 prose">{t("nobody")}</p>
      )}
      {made && (
        <div className="stack" role="status">
          <CopyLine label={t("link")} text={made.link} />
          <p className="small q2 prose">
            {t("once", { day: format.dateTime(new Date(made.expiresAt), "day") })}
          </p>
        </div>
      )}
    </section>
  )
}
