"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { RoomState } from "../../../../../_sync/connect"
import { ButtonLink } from "../../../../../_ui/Button"
import { LateWords, ShownWords } from "./LateWords"

interface Props {
  readonly source: string
  /** Why nothing more is written here. */
  readonly reason: RoomState | "ready"
  /** What was written in this window and is not on the server. */
  readonly unsaved: string
  readonly place: string
  readonly codes: boolean
  readonly signIn: string
}

/** Somebody has closed it, or one may not write any more; nothing of what was written too late is thrown away. */
export function Closed({ source, reason, unsaved: now, place, codes, signIn }: Props) {
  const t = useTranslations("transcribe")
  // As it was when this was first shown: nothing is added to it any more.
  const [unsaved] = useState(now)
  const known = reason === "ready" || reason === "full" || reason === "not-taken" ? reason : "refused"
  return (
    <main id="main" className="main narrow stack" tabIndex={-1}>
      <h1 className="title">{t(`over.${known}.title`)}</h1>
      <p className="q2 prose" role="status">
        {t(`over.${known}.body`)}
      </p>
      {known !== "refused" ? (
        <LateWords source={source} />
      ) : (
        // Of what is not one's to see any more the device keeps nothing; what was written here can still be taken along.
        unsaved !== "" && <ShownWords words={unsaved} />
      )}
      <div className="row">
        {known === "refused" ? (
          <a className="btn" href={signIn}>
            {t("over.signIn")}
          </a>
        ) : (
          <ButtonLink
            kind="primary"
            href={codes && known === "ready" ? `${place}/code` : `${place}/passages`}
          >
            {t(codes && known === "ready" ? "code" : "over.passages")}
          </ButtonLink>
        )}
      </div>
    </main>
  )
}
