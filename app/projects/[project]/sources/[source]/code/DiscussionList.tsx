"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import type { CodeId } from "../../../../../../core/model"
import type { FlagView } from "../../../../../../core/view"
import { positionText } from "../../../../../_sound/positionText"
import { Icon } from "../../../../../_ui/Icon"
import { KindGlyph } from "../../../../../_ui/KindGlyph"
import type { Discussion } from "./discussions"
import { glyphOf } from "./marks"

interface Props {
  readonly discussions: readonly Discussion[]
  readonly nameOf: (code: CodeId) => string
  readonly reviewHref: (flag: FlagView) => string
  readonly play: ((ms: number) => void) | undefined
  /** Brings a flag's words into sight. */
  readonly show: (flag: FlagView) => void
}

/** What came to be discussed, one entry a discussion; it waits here and never interrupts. */
export function DiscussionList({ discussions, nameOf, reviewHref, play, show }: Props) {
  const t = useTranslations("desk.discussions")
  const kinds = useTranslations("common.kind")
  if (discussions.length === 0) return <p className="small q section">{t("none")}</p>
  return discussions.map(({ key, codes, flags }) => {
    const first = flags[0]!
    const glyph = glyphOf(first)
    const named = codes.map(nameOf).join(" / ")
    const clip = first.clip
    return (
      <article key={key} className="flag">
        <div className="h">
          <KindGlyph kind={glyph} silent />
          <b className="grow">{kinds(glyph)}</b>
          {clip && play && (
            <button
              type="button"
              className="time"
              aria-label={t("play", { time: positionText(clip.startMs) })}
              onClick={() => play(clip.startMs)}
            >
              <Icon name="play" />
              {positionText(clip.startMs)}
            </button>
          )}
        </div>
        <button type="button" className="small q2 discussed" onClick={() => show(first)}>
          {named}
        </button>
        <Link
          className="link small"
          href={reviewHref(first)}
          aria-label={t("openNamed", { count: flags.length, named })}
        >
          {t("open", { count: flags.length })}
        </Link>
      </article>
    )
  })
}
