"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { MemberId } from "../../core/model"
import type { Outline } from "../../core/peaks"
import type { ReviewView } from "../../core/view"
import { positionText } from "../_sound/positionText"
import type { Player } from "../_sound/usePlayer"
import { Button } from "../_ui/Button"
import { Icon } from "../_ui/Icon"
import { IconButton } from "../_ui/IconButton"
import { Menu, MenuRadios } from "../_ui/Menu"
import { Who } from "../_ui/Who"
import { ClipRail } from "./ClipRail"
import "./listenBar.css"
import { ListenOffer } from "./ListenOffer"
import type { ListenAgain } from "./useListenAgain"

interface Props {
  readonly review: { readonly view: Pick<ReviewView, "people" | "flags"> }
  readonly me: MemberId
  readonly player: Pick<Player, "positionMs" | "playing" | "failed">
  readonly listening: ListenAgain
  /** What the recording looks like, where that is known. */
  readonly outline?: Outline | null
  /** Shows the disagreement that is being listened to; leave it out where it is on the screen. */
  readonly goTo?: ((flag: string) => void) | undefined
  /** What may be done about it from here. */
  readonly children?: ReactNode
}

const rates = ["0.5", "0.75", "1", "1.25", "1.5"] as const

/** Listening again: the bar over the foot of a page, on every screen that follows, or is asked to. */
export function ListenBar({ review, me, player, listening, outline = null, goTo, children }: Props) {
  const t = useTranslations("review.listen")
  const format = useFormatter()
  const { head, offered, companions, othersHere, alone } = listening
  const people = review.view.people
  const call = (id: MemberId) => people[id]?.name.split(" ")[0] ?? "?"
  if (!head) return offered && <ListenOffer {...{ review, me, listening, call }} offered={offered} />

  const everyone = [me, ...companions].sort(bySide(people))
  const others = othersHere.filter((id) => !companions.includes(id))
  const setter = people[head.by]
  const moving = player.playing
  return (
    <section className="listen" aria-label={companions.length > 0 ? t("title") : t("titleAlone")}>
      {offered && <ListenOffer {...{ review, me, listening, call }} offered={offered} inside />}
      <div className="row">
        <b className="strong">{companions.length > 0 ? t("title") : t("titleAlone")}</b>
        {companions.length > 0 && (
          <span className="pair">
            {everyone.map((id) => (
              <Who key={id} side={people[id]?.side ?? "s"} name={people[id]?.name ?? "?"} silent />
            ))}
          </span>
        )}
        <span className="small q2 grow" role="status">
          {player.failed
            ? t("failed")
            : companions.length > 0
              ? t("same", { names: format.list(everyone.map(call)) })
              : alone || others.length === 0
                ? t("aloneNow")
                : t("waiting", { name: format.list(others.map(call)) })}
        </span>
        <Button kind="bare" icon="close" onClick={listening.leave}>
          {t("leave")}
        </Button>
      </div>
      <ClipRail clip={head.clip} positionMs={player.positionMs} seek={listening.seek} outline={outline}>
        {setter && companions.length > 0 && <Who side={setter.side ?? "s"} name={setter.name} silent />}
      </ClipRail>
      <div className="row wrap">
        {listening.blocked ? (
          <Button kind="primary" icon="play" onClick={listening.unblock}>
            {t("blocked")}
          </Button>
        ) : (
          <button
            type="button"
            className="play"
            aria-label={moving ? t("pause") : t("resume")}
            onClick={() => (listening.now().moving ? listening.pause() : listening.resume())}
          >
            <Icon name={moving ? "pause" : "play"} />
          </button>
        )}
        <IconButton icon="back" label={t("back")} onClick={() => listening.skip(-3_000)} />
        <span className="num">
          {positionText(player.positionMs)} <span className="q">/ {positionText(head.clip.endMs)}</span>
        </span>
        <Menu align="start" trigger={<Button kind="bare">{`× ${format.number(head.rate)}`}</Button>}>
          <MenuRadios
            value={String(head.rate)}
            onChange={(rate) => listening.setRate(Number(rate))}
            options={rates.map((value) => ({
              value,
              label: t("speed", { rate: format.number(Number(value)) }),
            }))}
          />
        </Menu>
        {companions.length > 0 && (
          <>
            <Button
              kind="bare"
              icon="sound"
              aria-pressed={listening.silent}
              title={t("silentHint")}
              onClick={() => listening.setSilent(!listening.silent)}
            >
              {t("silent")}
            </Button>
            <span className="small q grow">
              {head.by !== me && t(head.playing ? "pressedPlay" : "pressedPause", { name: call(head.by) })}
            </span>
          </>
        )}
        {goTo && (
          <Button kind="bare" onClick={() => goTo(head.flag)}>
            {t("goTo")}
          </Button>
        )}
        {children}
      </div>
    </section>
  )
}

function bySide(people: ReviewView["people"]) {
  const rank = (id: MemberId) => people[id]?.side ?? "s"
  return (one: MemberId, other: MemberId) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0)
}
