"use client"

import { useTranslations } from "next-intl"
import { ClipRail } from "../../../_discussion/ClipRail"
import { positionText } from "../../../_sound/positionText"
import { Icon } from "../../../_ui/Icon"
import type { ClipOfItem } from "./useClip"

/** The clip under one thumb. */
export function ClipPlayer({
  clip: { clip, playing, failed, positionMs, heard, toggle, seek },
}: {
  readonly clip: ClipOfItem
}) {
  const t = useTranslations("arbitration")
  if (!clip) return null
  if (failed) return <p className="small q2">{t("sound")}</p>
  return (
    <section className="clip-player" aria-label={t("listen")}>
      <button type="button" className="play" aria-label={t(playing ? "pause" : "listen")} onClick={toggle}>
        <Icon name={playing ? "pause" : "play"} />
      </button>
      <div className="grow">
        <ClipRail clip={clip} positionMs={positionMs} seek={seek} />
        <span className="row apart micro q num">
          <span>{positionText(positionMs)}</span>
          {heard && <span>{t("heard")}</span>}
          <span>{positionText(clip.endMs)}</span>
        </span>
      </div>
    </section>
  )
}
