import { useFormatter, useTranslations } from "next-intl"
import { shownIn } from "../../../../core/agreement/project/shown"
import type { ProjectSettings } from "../../../../server/queries/project"

/** The settings for those who work by them and do not change them. */
export function AsTheyStand({ settings }: { readonly settings: ProjectSettings }) {
  const t = useTranslations("projectSettings")
  const projects = useTranslations("projects")
  const safety = useTranslations("safety.keeping")
  const agreement = useTranslations("agreement")
  const format = useFormatter()
  const { name, question, approach, tolerance, discussBoundaries, recordingMonths } = settings
  const percent = format.number(tolerance, "percent")
  return (
    <>
      <p className="q2 prose">{t("readOnly")}</p>
      <dl className="standing">
        <dt>{projects("new.name")}</dt>
        <dd>{name}</dd>
        <dt>{projects("new.question")}</dt>
        <dd>{question || t("noQuestion")}</dd>
        <dt>{projects("new.approach")}</dt>
        <dd>
          {projects(`approach.${approach}.name`)}
          <span className="small q2 stack">{projects(`approach.${approach}.hint`)}</span>
        </dd>
        <dt>{t("tolerance.short")}</dt>
        <dd>
          <span className="num">{percent}</span>
          <span className="small q2 stack">{t("tolerance.means", { percent })}</span>
        </dd>
        <dt>{t("boundaries.short")}</dt>
        <dd>{t(discussBoundaries ? "boundaries.counted" : "boundaries.apart")}</dd>
        <dt>{agreement("setting.short")}</dt>
        <dd>
          {agreement(shownIn(approach, settings.agreement).shown ? "setting.isShown" : "setting.isHidden")}
        </dd>
        <dt>{safety("title")}</dt>
        <dd>{recordingMonths ? safety("keptFor", { count: recordingMonths }) : safety("unplanned")}</dd>
      </dl>
    </>
  )
}
