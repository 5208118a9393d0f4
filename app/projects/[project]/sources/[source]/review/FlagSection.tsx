"use client"

import { useFormatter, useTranslations } from "next-intl"
import { FlagCard } from "../../../../../_discussion/FlagCard"
import { glyphOf } from "../../../../../_discussion/glyph"
import { beginningOf } from "../../../../../_discussion/quoteText"
import { readingsOf } from "../../../../../_discussion/readings"
import type { Section, SectionName, Topic } from "../../../../../_discussion/sections"
import { useStandingWords } from "../../../../../_discussion/useStandingWords"
import { KindGlyph } from "../../../../../_ui/KindGlyph"
import type { Discussing } from "./discussing"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly section: Section
  readonly shown: Shown
  readonly show: (shown: Shown) => void
  /** Null while nothing is being ticked. */
  readonly ticked: ReadonlySet<string> | null
  readonly tick: (ids: readonly string[], on: boolean) => void
  /** Also what is folded otherwise: something is being looked for. */
  readonly open: boolean
}

const folded: readonly SectionName[] = ["boundaries", "settled"]

/** One section of the list: its discussions, each with its flags. What is quiet or settled starts folded. */
export function FlagSection(props: Props) {
  const { section, shown, open, discussing } = props
  const t = useTranslations("review.list")
  const title = useSectionTitle(discussing)(section.name)
  const topics = section.topics.map((topic) => (
    <TopicLines key={`${topic.kind} ${topic.codes.join()}`} {...props} topic={topic} />
  ))
  if (!folded.includes(section.name)) {
    return (
      <section aria-label={title}>
        <h3 className="group">
          {title} <span className="num">{section.count}</span>
        </h3>
        {topics}
      </section>
    )
  }
  const holdsShown = section.topics.some(({ flags }) =>
    flags.some((flag) => shown.is === "flag" && flag.id === shown.id),
  )
  return (
    <details open={open || holdsShown || undefined}>
      <summary className="group">
        {title} <span className="num">{section.count}</span>
      </summary>
      {section.name === "boundaries" && <p className="small q hint">{t("boundariesHint")}</p>}
      {topics}
    </details>
  )
}

function TopicLines({ topic, discussing, shown, show, ticked, tick }: Props & { readonly topic: Topic }) {
  const t = useTranslations("review.list")
  const { view, names, me, isCoder } = discussing
  const says = useStandingWords(names, me, isCoder)
  const isMany = topic.flags.length > 1
  const canTick = ticked !== null && topic.kind === "omission"
  const ids = topic.flags.map((flag) => flag.id)
  const codes = topic.codes.map(names.code).join(" / ")
  return (
    <div className="topic">
      {isMany && (
        <div className="topic-head">
          {canTick && (
            <input
              type="checkbox"
              aria-label={t("tick", { code: codes, quote: t("points", { count: ids.length }) })}
              checked={ids.every((id) => ticked.has(id))}
              onChange={(event) => tick(ids, event.target.checked)}
            />
          )}
          <KindGlyph kind={glyphOf(topic.flags[0]!)} settled={false} />
          <span className="grow">{codes}</span>
          <span className="count">{topic.flags.length}</span>
        </div>
      )}
      {topic.flags.map((flag) => {
        const readings = readingsOf(flag, view.codings)
        return (
          <div className="flag-row" key={flag.id}>
            {canTick && (
              <input
                type="checkbox"
                aria-label={t("tick", { code: codes, quote: beginningOf(flag.quote, 40) })}
                checked={ticked.has(flag.id)}
                onChange={(event) => tick([flag.id], event.target.checked)}
              />
            )}
            <FlagCard
              {...{ flag, readings, names }}
              says={says(flag, readings)}
              as={isMany ? "words" : "codes"}
              chosen={shown.is === "flag" && shown.id === flag.id}
              onChoose={() => show({ is: "flag", id: flag.id })}
            />
          </div>
        )
      })}
    </div>
  )
}

function useSectionTitle({ names, me, isCoder }: Discussing) {
  const t = useTranslations("review.list")
  const format = useFormatter()
  return (name: SectionName): string => {
    switch (name) {
      case "theirs": {
        const other = [names.side.a, names.side.b].find((person) => person && person.id !== me)
        return isCoder && other ? t("theirs", { name: names.call(other.id) }) : t("theirsForReader")
      }
      case "referred": {
        const supervisors = names.supervisors.map((person) => names.call(person.id))
        return supervisors.length > 0 ? t("referred", { name: format.list(supervisors) }) : t("referredTo")
      }
      default:
        return t(name)
    }
  }
}
