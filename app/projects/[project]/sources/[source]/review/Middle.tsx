"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useState } from "react"
import type { Outline } from "../../../../../../core/peaks"
import { type Draft, emptyDraft } from "../../../../../_discussion/draft"
import type { Section } from "../../../../../_discussion/sections"
import type { ListenAgain } from "../../../../../_discussion/useListenAgain"
import type { Player } from "../../../../../_sound/usePlayer"
import { Button } from "../../../../../_ui/Button"
import { Agreements } from "./Agreements"
import type { Discussing } from "./discussing"
import { FlagDetail } from "./FlagDetail"
import { LaterReadings } from "./LaterReadings"
import { Nothing } from "./Nothing"
import { PlaceInText } from "./PlaceInText"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly sections: readonly Section[]
  readonly order: readonly string[]
  readonly shown: Shown
  readonly show: (shown: Shown) => void
  readonly listening: ListenAgain
  readonly player: Player
  /** What the recording looks like, where that is known. */
  readonly outline: Outline | null
}

/** What was chosen at the left; what somebody has begun to write about each flag is kept while they look at others. */
export function Middle({ discussing, sections, order, shown, show, listening, player, outline }: Props) {
  const t = useTranslations("review")
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const setDraft = useCallback(
    (flag: string, draft: Draft | null) =>
      setDrafts((before) => ({ ...before, [flag]: draft ?? emptyDraft })),
    [],
  )
  const flag = shown.is === "flag" ? discussing.view.flags[shown.id] : undefined
  // In braces: recent browsers answer scrollTo with a promise, which React would call as a clean-up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is read from its beginning
  useEffect(() => {
    document.getElementById("main")?.scrollTo({ top: 0 })
  }, [shown])
  return (
    <>
      {shown.is !== "list" && (
        <Button kind="bare" icon="arrowLeft" className="to-list" onClick={() => show({ is: "list" })}>
          {t("list.back")}
        </Button>
      )}
      {flag ? (
        <FlagDetail
          key={flag.id}
          {...{ discussing, order, flag, show, listening, player, outline }}
          draft={drafts[flag.id] ?? emptyDraft}
          setDraft={(draft) => setDraft(flag.id, draft)}
        />
      ) : shown.is === "agreements" ? (
        <Agreements discussing={discussing} />
      ) : shown.is === "readings" ? (
        <LaterReadings discussing={discussing} />
      ) : shown.is === "place" ? (
        <PlaceInText {...{ discussing, show }} at={shown.at} />
      ) : (
        <Nothing {...{ discussing, sections, order, show }} />
      )}
    </>
  )
}
