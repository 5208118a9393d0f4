"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { Side } from "../../core/model"
import { lengthOf } from "../../core/text"
import type { RevealedCoding } from "../../core/view"
import { CodeOf } from "../_ui/Marks"
import { Who } from "../_ui/Who"
import type { Names } from "./names"
import type { Readings } from "./readings"

interface Props {
  readonly readings: Readings
  readonly names: Names
  /** When each handed the passage in; left out where it is not told. */
  readonly handedInAt?: (side: Side) => string | null
}

/** What each coded, beside each other, A first: as it was handed in, whatever was decided since. */
export function ReadingColumns({ readings, names, handedInAt }: Props) {
  return (
    <div className="sides">
      {(["a", "b"] as const).map((side) => (
        <Column
          key={side}
          side={side}
          readings={readings[side]}
          names={names}
          at={handedInAt?.(side) ?? null}
        />
      ))}
    </div>
  )
}

function Column({
  side,
  readings,
  names,
  at,
}: {
  readonly side: Side
  readonly readings: readonly RevealedCoding[]
  readonly names: Names
  readonly at: string | null
}) {
  const t = useTranslations("review.reading")
  const format = useFormatter()
  const person = names.side[side]
  const name = person ? names.call(person.id) : side.toUpperCase()
  return (
    <section className="stack tight" aria-label={t("of", { name })}>
      <span className="row q2">
        <Who side={side} name={person?.name ?? name} silent />
        {at ? t("at", { name, date: format.dateTime(new Date(at), "moment") }) : name}
      </span>
      {readings.length === 0 && <p className="q">{t("nothing")}</p>}
      {readings.map((reading) => (
        <Reading key={reading.unit} reading={reading} names={names} />
      ))}
    </section>
  )
}

function Reading({ reading, names }: { readonly reading: RevealedCoding; readonly names: Names }) {
  const t = useTranslations("review")
  const code = names.entry(reading.code)
  const above = names.above(reading.code)
  const survivor = names.canonical(reading.code)
  return (
    <>
      <h2 className="lead">
        <CodeOf side={reading.side}>{names.code(reading.code)}</CodeOf>
      </h2>
      <p className="small q num">
        {t("flag.words", { count: lengthOf(reading.words) })}
        {above.length > 0 && ` · ${above.join(" › ")}`}
      </p>
      <p className="small q2">
        {code?.definition || t("reading.undefined")}
        {code?.origin.source && <span className="q"> {t("reading.newCode")}</span>}
      </p>
      {survivor !== reading.code && (
        <p className="small q2">{t("reading.mergedInto", { name: names.code(survivor) })}</p>
      )}
      <p className="small q2">
        {reading.memo ? t("reading.memo", { memo: reading.memo }) : t("reading.noMemo")}
      </p>
      <span className="vh">{reading.quote}</span>
    </>
  )
}
