"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { LaterReading } from "../../../../../../core/reading"
import { ask } from "../../../../../_sync/api"
import { useProblemToast } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"
import { CodeOf } from "../../../../../_ui/Marks"
import { Quoted } from "../../../../../_ui/Quoted"
import { useToast } from "../../../../../_ui/Toasts"
import { Who } from "../../../../../_ui/Who"
import type { Discussing } from "./discussing"

/** What was coded after the reveal: each waits for the other's assent, and never counts as independent. */
export function LaterReadings({ discussing }: { readonly discussing: Discussing }) {
  const t = useTranslations("review.laterReadings")
  const readings = Object.values(discussing.view.laterReadings).sort((a, b) => a.text.from - b.text.from)
  return (
    <div className="talk">
      <h1 className="lead">{t("title")}</h1>
      <p className="q2 prose">{t("body")}</p>
      <ul className="lines quiet-list">
        {readings.map((reading) => (
          <Line key={reading.id} discussing={discussing} reading={reading} />
        ))}
      </ul>
    </div>
  )
}

function Line({ discussing, reading }: { readonly discussing: Discussing; readonly reading: LaterReading }) {
  const t = useTranslations("review.laterReadings")
  const format = useFormatter()
  const { names, me, isCoder, source } = discussing
  const say = useToast()
  const sayProblem = useProblemToast()
  const person = names.person(reading.by)
  const side = person?.side ?? "a"
  const other = [names.side.a, names.side.b].find((each) => each && each.id !== reading.by)
  const path = `/api/sources/${source}/readings/${encodeURIComponent(reading.id)}`
  const send = async (method: "POST" | "DELETE", to: string, said: string | null) => {
    try {
      await ask(method, to)
      if (said) say(said)
    } catch (error) {
      sayProblem(error)
    }
  }
  return (
    <li>
      <span className="row">
        <Who side={person?.side ?? "s"} name={person?.name ?? "?"} silent />
        <span className="q2 grow">
          {t("by", { name: names.call(reading.by), date: format.dateTime(new Date(reading.at), "moment") })}
        </span>
        {isCoder && !reading.assent && reading.by !== me && (
          <Button icon="check" onClick={() => send("POST", `${path}/assent`, t("assentedToast"))}>
            {t("assent")}
          </Button>
        )}
        {reading.by === me && (
          <ConfirmDialog
            title={t("removeTitle")}
            confirm={t("remove")}
            onConfirm={() => send("DELETE", path, null)}
            danger
            trigger={<Button kind="bare">{t("remove")}</Button>}
          >
            {t("removeBody", { code: names.code(reading.code) })}
          </ConfirmDialog>
        )}
      </span>
      <p className="lead">
        <CodeOf side={side}>{names.code(reading.code)}</CodeOf>
      </p>
      <p className="verbatim">
        <Quoted>{reading.quote}</Quoted>
      </p>
      {reading.memo && <p className="small q2">{reading.memo}</p>}
      <p className="small q">
        {reading.assent
          ? t("assented", { name: names.call(reading.assent.by) })
          : other && t("waiting", { name: names.call(other.id) })}
      </p>
    </li>
  )
}
