"use client"

import { useTranslations } from "next-intl"
import type { RoomState } from "../../../../../_sync/connect"
import type { Safety } from "../../../../../_sync/keepWriting"
import { classes } from "../../../../../_ui/classes"
import { Icon } from "../../../../../_ui/Icon"
import { useSlow } from "../../../../../_ui/useSlow"

interface Props {
  readonly state: RoomState
  readonly safety: Safety
}

/** Where one's words are: on the server, on this device until they are sent, or in this window alone, and why. */
export function Saved({ state, safety }: Props) {
  const t = useTranslations("transcribe.sync")
  const common = useTranslations("common.sync")
  const isThere = safety === "saved" && state === "synced"
  const slow = useSlow(!isThere)
  const isLost = safety === "full" || safety === "no-storage"
  return (
    <span className={classes("sync", slow && isLost && "trouble")} role="status">
      {isThere ? (
        <Icon name="cloudCheck" label={t("saved")} />
      ) : !slow || safety === "keeping" ? null : isLost ? (
        <>
          <Icon name="warning" />
          {common(`lost.${safety}`)}
        </>
      ) : safety === "kept" && state === "synced" ? (
        <>
          <span className="pending" aria-hidden="true" />
          {common("here")}
        </>
      ) : (
        <>
          <Icon name="cloudOff" />
          {safety === "kept" ? common("hereOffline") : t(state === "connecting" ? "opening" : "offline")}
        </>
      )}
    </span>
  )
}
