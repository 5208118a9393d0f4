"use client"

import { useTranslations } from "next-intl"
import { memo, useState } from "react"
import { plain } from "../../../../../../core/text"
import type { FlagView } from "../../../../../../core/view"
import { readingsOf } from "../../../../../_discussion/readings"
import { countToDiscuss, type Section } from "../../../../../_discussion/sections"
import { Button } from "../../../../../_ui/Button"
import { TextField } from "../../../../../_ui/Field"
import { Kbd } from "../../../../../_ui/Kbd"
import { Batch } from "./Batch"
import type { Discussing } from "./discussing"
import { FlagSection } from "./FlagSection"
import { NarrowedTo } from "./NarrowedTo"
import { QuietLines } from "./QuietLines"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly sections: readonly Section[]
  readonly shown: Shown
  readonly show: (shown: Shown) => void
}

/** What there is to discuss, gathered into discussions; agreements and later readings as quiet lines at the foot. */
export const FlagList = memo(function FlagList({ discussing, sections, shown, show }: Props) {
  const t = useTranslations("review.list")
  const [sought, setSought] = useState("")
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const { view, me, isCoder, meta, narrowed, within } = discussing
  const flags = Object.values(view.flags).filter(within)
  const count = countToDiscuss(flags, { me, isCoder, discussBoundaries: meta.discussBoundaries })
  const found = sought.trim() === "" ? sections : filtered(sections, sought, discussing)
  const omissions = found
    .filter(({ name }) => name === "open" || name === "mine" || name === "theirs")
    .flatMap(({ topics }) => topics.filter(({ kind }) => kind === "omission").flatMap((topic) => topic.flags))
  const tick = (ids: readonly string[], on: boolean) =>
    setTicked((before) => {
      const next = new Set(before)
      for (const id of ids) on ? next.add(id) : next.delete(id)
      return next
    })
  return (
    <aside className="side left review-list" aria-label={t("title")}>
      <header>
        <h2>{t("title")}</h2>
        <span className={count > 0 ? "count hot" : "count"}>{count}</span>
        <span className="grow" />
        {isCoder && omissions.length > 0 && (
          <Button
            kind="bare"
            aria-pressed={ticked !== null}
            onClick={() => setTicked(ticked ? null : new Set())}
          >
            {t(ticked ? "stopTicking" : "select")}
          </Button>
        )}
      </header>
      {narrowed && <NarrowedTo {...{ discussing, narrowed }} />}
      {flags.length > 6 && (
        <div className="filter">
          <TextField
            label={t("filter")}
            hideLabel
            icon="filter"
            placeholder={t("filterHint")}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </div>
      )}
      <nav className="body" aria-label={t("title")}>
        {found.map((section) => (
          <FlagSection
            key={section.name}
            {...{ discussing, section, shown, show, ticked, tick }}
            open={sought.trim() !== "" || narrowed !== null}
          />
        ))}
        {found.length === 0 && sections.length > 0 && (
          <div className="stack nothing">
            <p className="q2">{t("nothingFound", { words: sought })}</p>
            <Button onClick={() => setSought("")}>{t("clearFilter")}</Button>
          </div>
        )}
        <QuietLines {...{ discussing, shown, show }} />
      </nav>
      {ticked ? (
        <Batch
          discussing={discussing}
          ticked={omissions.filter((flag) => ticked.has(flag.id))}
          tickAll={() =>
            tick(
              omissions.map((flag) => flag.id),
              true,
            )
          }
          onDone={() => setTicked(null)}
        />
      ) : (
        <div className="foot hints">
          <span>
            <Kbd>J</Kbd> <Kbd>K</Kbd> {t("keysNext")}
          </span>
          {meta.hasRecording && (
            <span>
              <Kbd>L</Kbd> {t("keysListen")}
            </span>
          )}
          {isCoder && (
            <span>
              <Kbd>P</Kbd> {t("keysPropose")}
            </span>
          )}
        </div>
      )}
    </aside>
  )
})

function filtered(sections: readonly Section[], sought: string, { view, names }: Discussing): Section[] {
  const wanted = plain(sought.trim())
  const matches = (flag: FlagView) => {
    const { a, b } = readingsOf(flag, view.codings)
    const codings = [...a, ...b]
    const said = [
      flag.quote,
      ...codings.map((each) => names.code(each.code)),
      ...codings.map((each) => names.call(each.coder)),
    ]
    return said.some((text) => plain(text).includes(wanted))
  }
  return sections.flatMap((section) => {
    const topics = section.topics.flatMap((topic) => {
      const flags = topic.flags.filter(matches)
      return flags.length > 0 ? [{ ...topic, flags }] : []
    })
    return topics.length > 0
      ? [{ ...section, topics, count: topics.flatMap((topic) => topic.flags).length }]
      : []
  })
}
