"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { Outline } from "../../../../../../core/peaks"
import type { FlagView } from "../../../../../../core/view"
import { ClipRail } from "../../../../../_discussion/ClipRail"
import type { ListenAgain } from "../../../../../_discussion/useListenAgain"
import { positionText } from "../../../../../_sound/positionText"
import type { Player } from "../../../../../_sound/usePlayer"
import { Button } from "../../../../../_ui/Button"
import { Icon } from "../../../../../_ui/Icon"
import type { Discussing } from "./discussing"

interface Props {
  readonly discussing: Discussing
  readonly flag: FlagView
  readonly listening: ListenAgain
  readonly player: Player
  readonly outline: Outline | null
}

/** The sound of these words: alone at once, or together; and who has heard it already. */
export function ClipBox({ discussing, flag, listening, player, outline }: Props) {
  const t = useTranslations("review")
  const { clip } = flag
  if (!clip)
    return discussing.meta.hasRecording ? <p className="small q clip-none">{t("flag.silent")}</p> : null
  const isThis = listening.head?.flag === flag.id
  const moving = isThis && player.playing
  const play = () => {
    if (!isThis) listening.start(flag.id, clip, { alone: true })
    else if (listening.now().moving) listening.pause()
    else listening.resume()
  }
  return (
    <section className="clip-box" aria-label={t("listen.again")}>
      <button
        type="button"
        className="play"
        aria-label={t(moving ? "listen.pause" : "listen.alone")}
        onClick={play}
      >
        <Icon name={moving ? "pause" : "play"} />
      </button>
      <div className="grow">
        <ClipRail
          clip={clip}
          outline={outline}
          positionMs={isThis ? player.positionMs : clip.startMs}
          seek={(ms) => {
            if (isThis) listening.seek(ms)
            else player.seek(ms)
          }}
        />
        <span className="row apart micro q num">
          <span>{positionText(isThis ? player.positionMs : clip.startMs)}</span>
          <span>{positionText(clip.endMs)}</span>
        </span>
      </div>
      <div className="with">
        <Button icon="headphones" shortcut="L" onClick={() => listening.start(flag.id, clip)}>
          {t("listen.together")}
        </Button>
        <HeardBy discussing={discussing} flag={flag} />
      </div>
    </section>
  )
}

function HeardBy({ discussing: { names, view }, flag }: Pick<Props, "discussing" | "flag">) {
  const t = useTranslations("review.flag")
  const format = useFormatter()
  const coders = view.passages[flag.passage]?.coders ?? []
  const by = [...new Set(flag.listenings.map((listening) => listening.by))]
  const words = flag.listenings.some((listening) => listening.together)
    ? t("heardTogether")
    : by.length === 0
      ? t("unheard")
      : coders.length > 1 && coders.every((coder) => by.includes(coder))
        ? t("heardBoth")
        : t("heardBy", { names: format.list(by.map(names.call)) })
  return <span className="small q">{words}</span>
}
