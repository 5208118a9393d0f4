import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { classes } from "./classes"
import { Icon } from "./Icon"

/**
 * Where one's work is. "saved" may be said only once the server has acknowledged all of it, "here" once this device
 * keeps all of the rest; "lost" means that it would go with the window; "closed" that knocking again takes a sign-in;
 * "untaken" that it is here and the server takes nothing more of it.
 */
export type Sync =
  | { readonly state: "quiet" }
  | { readonly state: "saved"; readonly offline: boolean }
  | { readonly state: "opening"; readonly offline: boolean }
  | { readonly state: "here"; readonly offline: boolean; readonly waiting: number }
  | { readonly state: "lost"; readonly because: "full" | "no-storage" }
  | { readonly state: "untaken"; readonly because: "full" | "not-taken" }
  | { readonly state: "closed"; readonly kept: boolean }

/** A cloud while all is well; words only when there is something to know. Says politely what changes. */
export function SyncState({ sync, reload }: { readonly sync: Sync; readonly reload: () => void }) {
  const trouble = sync.state === "lost" || sync.state === "untaken" || sync.state === "closed"
  return (
    <span className={classes("sync", trouble && "trouble")} role="status">
      <Said sync={sync} reload={reload} />
    </span>
  )
}

function Said({ sync, reload }: { readonly sync: Sync; readonly reload: () => void }): ReactNode {
  const t = useTranslations("common.sync")
  switch (sync.state) {
    case "quiet":
      return null
    case "saved":
      if (!sync.offline) return <Icon name="cloudCheck" label={t("saved")} />
      return (
        <>
          <Icon name="cloudOff" />
          {t("savedOffline")}
        </>
      )
    case "opening":
      return sync.offline ? t("notHere") : t("opening")
    case "here":
      return (
        <>
          {sync.offline ? <Icon name="cloudOff" /> : <span className="pending" aria-hidden="true" />}
          {sync.offline ? t("hereOffline") : t("here")}
          {sync.waiting > 0 && <span className="wide-only">{t("waiting", { count: sync.waiting })}</span>}
        </>
      )
    case "lost":
      return (
        <>
          <Icon name="warning" />
          {t(`lost.${sync.because}`)}
        </>
      )
    case "untaken":
      return (
        <>
          <Icon name="warning" />
          {t(`untaken.${sync.because}`)}
          <button type="button" className="link" onClick={reload}>
            {t("reload")}
          </button>
        </>
      )
    case "closed":
      return (
        <>
          <Icon name="warning" />
          {t(sync.kept ? "closedKept" : "closed")}
          <button type="button" className="link" onClick={reload}>
            {t("reload")}
          </button>
        </>
      )
  }
}
