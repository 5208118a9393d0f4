"use client"

import { useTranslations } from "next-intl"
import type { Side } from "../../../../core/model"
import { lengthOf } from "../../../../core/text"
import { CodeOf } from "../../../_ui/Marks"
import { Quoted } from "../../../_ui/Quoted"
import { Who } from "../../../_ui/Who"
import type { QueueItem, QueueReading } from "./queue"

interface Props {
  readonly item: QueueItem
  readonly areNamesHidden: boolean
}

/** The two readings beside each other: whose they are, or with names hidden only which is which. */
export function TwoReadings({ item, areNamesHidden }: Props) {
  const t = useTranslations("arbitration")
  return (
    <div className="sides">
      {(["a", "b"] as const).map((side) => {
        const readings = item.readings.filter((reading) => reading.side === side)
        const person = item.people.find((each) => each.side === side)
        const name = areNamesHidden || !person ? t(side === "a" ? "one" : "other") : person.name
        return (
          <section key={side} className="stack tight" aria-label={name}>
            <span className="row q2 small">
              {!areNamesHidden && person && <Who side={side} name={person.name} silent />}
              {name}
            </span>
            {readings.length === 0 && <p className="q">{t("nothing")}</p>}
            {readings.map((reading) => (
              <Reading
                key={`${reading.code} ${reading.words.from}`}
                {...{ item, reading, areNamesHidden, side }}
              />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function Reading({
  item,
  reading,
  areNamesHidden,
  side,
}: Props & { readonly reading: QueueReading; readonly side: Side }) {
  const t = useTranslations("arbitration")
  const code = item.codes[reading.code]
  const name = code?.name ?? "…"
  return (
    <>
      <h3 className="lead">{areNamesHidden ? name : <CodeOf side={side}>{name}</CodeOf>}</h3>
      <p className="small q">
        {t("words", { count: lengthOf(reading.words) })}
        {code && code.above.length > 0 && ` · ${code.above.join(" › ")}`}
      </p>
      <p className="small q2">{code?.definition || t("undefined")}</p>
      {areNamesHidden && (
        <p className="verbatim small">
          <Quoted>{reading.quote}</Quoted>
        </p>
      )}
      {reading.memo && <p className="small q2">{t("memo", { memo: reading.memo })}</p>}
    </>
  )
}
