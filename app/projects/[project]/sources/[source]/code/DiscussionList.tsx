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
}

/** What came to be discussed, one line a discussion; it waits here and never interrupts. */
export function DiscussionList({ discussions, nameOf, reviewHref }: Props) {
  const t = useTranslations("desk.discussions")
  const kinds = useTranslations("common.kind")
  if (discussions.length === 0) return <p className="small q section">{t("none")}</p>
  return (
    <div>
      {discussions.map(({ key, codes, flags }) => {
        const first = flags[0]!
        const glyph = glyphOf(first)
        return (
          <article key={key} className="flag">
            <div className="h">
              <KindGlyph kind={glyph} silent />
              <b className="grow">{kinds(glyph)}</b>
              {first.clip && (
                <span className="time">
                  <Icon name="play" />
                  {positionText(first.clip.startMs)}
                </span>
              )}
            </div>
            <div className="small q2">{codes.map(nameOf).join(" / ")}</div>
            <Link className="link small" href={reviewHref(first)}>
              {t("open", { count: flags.length })}
            </Link>
          </article>
        )
      })}
    </div>
  )
}
