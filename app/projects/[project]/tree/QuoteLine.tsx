import Link from "next/link"
import { useTranslations } from "next-intl"
import type { TreeQuote } from "../../../../core/tree"
import type { TreeView } from "../../../../core/view"
import { positionText } from "../../../_sound/positionText"
import { Icon } from "../../../_ui/Icon"
import { Provenance } from "../../../_ui/Marks"
import { sidesOf } from "./provenance"
import type { Sounds } from "./useSounds"

interface Props {
  readonly quote: TreeQuote
  readonly people: TreeView["people"]
  readonly names: { readonly a: string; readonly b: string }
  readonly sounds: Sounds
  readonly href: string
}

/** What was said, by whom it was coded, where that stands, and the ways to its words and its sound. */
export function QuoteLine({ quote, people, names, sounds, href }: Props) {
  const t = useTranslations("tree.quotes")
  const from = sidesOf(quote.by, people)
  const clip = sounds.clipOf(quote.source, quote.text)
  const who = quote.by.map((member) => people[member]?.name ?? "").join(", ")
  const playing = clip !== null && sounds.isPlaying(quote.source, clip)
  return (
    <li className="quote">
      <div className="row small q">
        {from && <Provenance from={from} names={names} />}
        <span>{who || t("decided")}</span>
        {clip && (
          <button
            type="button"
            className="time"
            aria-label={t(playing ? "pause" : "play", { at: positionText(clip.startMs) })}
            onClick={() => sounds.toggle(quote.source, clip)}
          >
            <Icon name={playing ? "pause" : "play"} />
            {positionText(clip.startMs)}
          </button>
        )}
        <span className="grow" />
        <span className={quote.status === "open" ? "open" : undefined}>{t(`status.${quote.status}`)}</span>
      </div>
      <p className="verbatim">{quote.quote}</p>
      <Link className="small link" href={href}>
        {t("jump")}
      </Link>
    </li>
  )
}
