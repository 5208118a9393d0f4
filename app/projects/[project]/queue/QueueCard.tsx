"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useMemo } from "react"
import type { ProjectId, Span } from "../../../../core/model"
import { glyphOf } from "../../../_discussion/glyph"
import { WordsInContext } from "../../../_discussion/WordsInContext"
import { KindGlyph } from "../../../_ui/KindGlyph"
import { ClipPlayer } from "./ClipPlayer"
import type { QueueItem } from "./queue"
import { RulingForm } from "./RulingForm"
import { TwoReadings } from "./TwoReadings"
import { useClip } from "./useClip"

interface Props {
  readonly project: ProjectId
  readonly item: QueueItem
  readonly areNamesHidden: boolean
  readonly onDecided: () => Promise<void>
}

/** A disagreement that was referred. With names hidden both readings are underlined alike, in no one's colour. */
export function QueueCard({ project, item, areNamesHidden, onDecided }: Props) {
  const t = useTranslations("arbitration")
  const kinds = useTranslations("common.kind")
  const format = useFormatter()
  const clip = useClip(project, item)
  const painted = useMemo(() => {
    const of = (side: "a" | "b"): Span[] =>
      item.readings.filter((reading) => reading.side === side).map(({ text }) => text)
    return areNamesHidden ? { disputed: [item.text] } : { "line-a": of("a"), "line-b": of("b") }
  }, [item, areNamesHidden])
  return (
    <article className="queue-card">
      <header className="row wrap baseline">
        <KindGlyph kind={glyphOf(item)} silent />
        <h2 className="lead grow">{kinds(glyphOf(item))}</h2>
        <span className="small q">
          {item.source.title}
          {item.referredAt &&
            ` · ${t("since", { date: format.dateTime(new Date(item.referredAt), "shortDay") })}`}
        </span>
      </header>
      <WordsInContext turns={item.turns} speakers={item.speakers} painted={painted} />
      <ClipPlayer clip={clip} />
      <TwoReadings item={item} areNamesHidden={areNamesHidden} />
      <Reasons item={item} />
      <RulingForm {...{ project, item, areNamesHidden, clip, onDecided }} />
    </article>
  )
}

function Reasons({ item }: { readonly item: QueueItem }) {
  const t = useTranslations("arbitration")
  const nameOf = (id: string | null) => item.people.find((person) => person.id === id)?.name
  return (
    <section className="stack tight" aria-label={t("reasons")}>
      <h3 className="small q">{t("reasons")}</h3>
      {item.reasons.length === 0 && <p className="q2">{t("noReasons")}</p>}
      {item.reasons.map(({ by, text }) => (
        <div key={`${by} ${text}`} className="proposal">
          {nameOf(by) && <b className="strong small">{nameOf(by)}</b>}
          <p className="verbatim">{text}</p>
        </div>
      ))}
    </section>
  )
}
