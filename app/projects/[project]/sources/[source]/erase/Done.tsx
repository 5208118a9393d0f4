import Link from "next/link"
import { useTranslations } from "next-intl"
import { positionText } from "../../../../../_sound/positionText"

interface Props {
  /** Where the recording still says it. */
  readonly heard: readonly number[]
  readonly back: string
}

/** What was done, and what the recording still holds. */
export function Done({ heard, back }: Props) {
  const t = useTranslations("safety.erase.done")
  return (
    <div className="notice stack" role="status">
      <p className="strong">{t("title")}</p>
      {heard.length > 0 && (
        <>
          <p>{t("heard", { count: heard.length, times: heard.map(positionText).join(", ") })}</p>
          <Link className="link" href={back}>
            {t("recording")}
          </Link>
        </>
      )}
    </div>
  )
}
