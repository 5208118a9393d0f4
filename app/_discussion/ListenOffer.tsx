"use client"

import { useTranslations } from "next-intl"
import type { MemberId } from "../../core/model"
import type { ReviewView } from "../../core/view"
import { positionText } from "../_sound/positionText"
import { Button } from "../_ui/Button"
import { Who } from "../_ui/Who"
import { glyphOf } from "./glyph"
import type { ListenAgain } from "./useListenAgain"

interface Props {
  readonly review: { readonly view: Pick<ReviewView, "people" | "flags"> }
  readonly me: MemberId
  readonly listening: ListenAgain
  readonly offered: NonNullable<ListenAgain["offered"]>
  readonly call: (id: MemberId) => string
  /** Within the bar of what one listens to oneself. */
  readonly inside?: boolean
}

/** Somebody listens again: whether to hear it with them. Once refused, the way back stays, and says no more. */
export function ListenOffer({ review, me, listening, offered, call, inside }: Props) {
  const t = useTranslations("review.listen")
  const kinds = useTranslations("common.kind")
  const { head, refused, by } = offered
  const who = by.find((id) => id !== me) ?? me
  const person = review.view.people[who]
  const flag = review.view.flags[head.flag]
  const offer =
    who === me
      ? t("offerSelf")
      : t("offer", {
          name: call(who),
          kind: flag ? kinds(glyphOf(flag)) : "",
          position: positionText(head.clip.startMs),
        })
  return (
    <div className={inside ? "row offer" : "listen offer row"} role="status">
      {person && <Who side={person.side ?? "s"} name={person.name} silent />}
      <span className="grow">{offer}</span>
      {!refused && (
        <Button kind="bare" onClick={listening.decline}>
          {t("notNow")}
        </Button>
      )}
      <Button kind={inside || refused ? "plain" : "primary"} icon="headphones" onClick={listening.follow}>
        {t(refused ? "rejoin" : "follow")}
      </Button>
    </div>
  )
}
