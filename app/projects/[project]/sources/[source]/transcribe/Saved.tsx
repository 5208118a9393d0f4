"use client"

import { useTranslations } from "next-intl"
import type { RoomState } from "../../../../../_sync/connect"
import { classes } from "../../../../../_ui/classes"
import { Icon } from "../../../../../_ui/Icon"
import { useSlow } from "../../../../../_ui/useSlow"

interface Props {
  readonly state: RoomState
  readonly saved: boolean
}

/** Where one's words are: on the server, on their way, or in this window alone. */
export function Saved({ state, saved }: Props) {
  const t = useTranslations("transcribe.sync")
  const isThere = saved && state === "synced"
  const slow = useSlow(!isThere)
  const trouble = slow && !saved
  return (
    <span className={classes("sync", trouble && "trouble")} role="status">
      {isThere ? (
        <Icon name="cloudCheck" label={t("saved")} />
      ) : trouble ? (
        <>
          <Icon name="warning" />
          {t(state === "synced" ? "sending" : "unsaved")}
        </>
      ) : (
        slow && (
          <>
            <Icon name="cloudOff" />
            {t(state === "connecting" ? "opening" : "offline")}
          </>
        )
      )}
    </span>
  )
}
