import { useFormatter, useTranslations } from "next-intl"
import { isFrozen } from "../../../../core/guide"
import type { GuideVersion } from "../../../../server/queries/guides"

interface Props {
  readonly guides: readonly GuideVersion[]
  readonly shown: string
  readonly choose: (id: string) => void
}

/** Each version with who validated it and which events asked from it, the last first. */
export function GuideVersions({ guides, shown, choose }: Props) {
  const t = useTranslations("guide")
  const format = useFormatter()
  return (
    <ol className="guide-versions">
      {guides.toReversed().map((version) => {
        const { id, number, validations, uses } = version
        const names = validations.map(
          ({ by, at }) => `${by.name} (${format.dateTime(new Date(at), "shortDay")})`,
        )
        return (
          <li key={id}>
            <button type="button" aria-current={id === shown ? "true" : undefined} onClick={() => choose(id)}>
              <span className="strong">{t("version", { number })}</span>
              <span className="small q2">
                {names.length > 0
                  ? t("validatedBy", { names: format.list(names) })
                  : t(isFrozen(version) ? "notYet" : "open")}
              </span>
              {uses.length > 0 && (
                <span className="small q2">
                  {t("usedFor", { events: format.list(uses.map(({ title }) => title)) })}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
