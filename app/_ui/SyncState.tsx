import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { classes } from "./classes"
import { Icon } from "./Icon"

/**
 * Where one's work is. "saved" may be said only once the server has acknowledged all of it, "here" once this
 * device keeps it; "closed" means that knocking again takes a reload.
 */
export type Sync =
  | { readonly state: "saved" }
  | { readonly state: "sending"; readonly waiting: number }
  | { readonly state: "offline"; readonly waiting: number }
  | { readonly state: "closed"; readonly reload: () => void }

/** A cloud while all is well; words only when there is something to know. */
export function SyncState({ sync }: { readonly sync: Sync }) {
  const t = useTranslations("common.sync")
  switch (sync.state) {
    case "saved":
      return (
        <Line>
          <Icon name="cloudCheck" label={t("saved")} />
        </Line>
      )
    case "sending":
      return (
        <Line>
          <span className="pending" aria-hidden="true" />
          {t("sending", { count: sync.waiting })}
        </Line>
      )
    case "offline":
      return (
        <Line trouble>
          <Icon name="cloudOff" />
          {t("offline")}
        </Line>
      )
    case "closed":
      return (
        <Line trouble>
          <Icon name="warning" />
          {t("closed")}
          <button type="button" className="link" onClick={sync.reload}>
            {t("reload")}
          </button>
        </Line>
      )
  }
}

function Line({ trouble, children }: { readonly trouble?: boolean; readonly children: ReactNode }) {
  return (
    <span className={classes("sync", trouble && "trouble")} role="status">
      {children}
    </span>
  )
}
