import { useFormatter, useTranslations } from "next-intl"
import { isSoon } from "../../../../core/retention"
import type { SourceOverview } from "../../../../server/queries/overview"

interface Props {
  readonly sources: readonly SourceOverview[]
  readonly now: Date
}

/** Recordings whose day is near, with what is still to be talked over: afterwards nobody can listen again. */
export function RecordingNotices({ sources, now }: Props) {
  const t = useTranslations("safety.keeping")
  const format = useFormatter()
  const near = sources.filter(
    ({ hasRecording, kept }) => hasRecording && kept.until && isSoon(kept.until, now),
  )
  if (near.length === 0) return null
  return (
    <div className="notice">
      <div className="stack tight grow">
        {near.map(({ id, title, kept, talk }) => (
          <p key={id}>
            {t("soon", { title, day: format.dateTime(new Date(kept.until!), "day") })}{" "}
            {talk && talk.discuss > 0 && <b className="strong">{t("stillOpen", { count: talk.discuss })}</b>}
          </p>
        ))}
      </div>
    </div>
  )
}

/** That a recording was destroyed, on which day, by whom or as planned: it stays to be read. */
export function DestroyedRecording({ kept }: Pick<SourceOverview, "kept">) {
  const t = useTranslations("safety.keeping")
  const format = useFormatter()
  if (!kept.destroyed) return null
  const day = format.dateTime(new Date(kept.destroyed.at), "day")
  const { by } = kept.destroyed
  return (
    <span className="small q stack">
      {by === null ? t("destroyedAsPlanned", { day }) : t("destroyedBy", { day, name: by })}
    </span>
  )
}
