import { useTranslations } from "next-intl"
import { ButtonLink } from "../../../_ui/Button"
import { EmptyState } from "../../../_ui/States"

interface Props {
  readonly project: string
  readonly mayChange: boolean
  /** Nobody else has joined yet. */
  readonly alone: boolean
}

/** A project without sources: the next acts, in no order that matters. */
export function FirstSteps({ project, mayChange, alone }: Props) {
  const t = useTranslations("overview")
  if (!mayChange) {
    return (
      <EmptyState title={t("first.waitTitle")} centred>
        {t("first.wait")}
      </EmptyState>
    )
  }
  return (
    <div className="main narrow stack loose">
      <div className="stack tight">
        <h1 className="title">{t("first.title")}</h1>
        <p className="q2">{t("first.lead")}</p>
      </div>
      <ol className="steps">
        <Step number={1} title={t("first.source")} body={t("first.sourceBody")}>
          <ButtonLink kind="primary" icon="upload" href={`/projects/${project}/sources/new`}>
            {t("first.sourceAct")}
          </ButtonLink>
          <ButtonLink icon="calendar" href={`/projects/${project}/sources/new?prepare`}>
            {t("prepare")}
          </ButtonLink>
        </Step>
        <Step number={2} title={t("first.other")} body={t(alone ? "first.otherBody" : "first.otherThere")}>
          <ButtonLink icon="people" href={`/projects/${project}/members`}>
            {t(alone ? "first.otherAct" : "first.members")}
          </ButtonLink>
        </Step>
        <Step number={3} title={t("first.codes")} body={t("first.codesBody")}>
          <ButtonLink icon="tree" href={`/projects/${project}/tree`}>
            {t("first.codesAct")}
          </ButtonLink>
        </Step>
      </ol>
    </div>
  )
}

interface StepProps {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly children: React.ReactNode
}

function Step({ number, title, body, children }: StepProps) {
  return (
    <li>
      <span className="n" aria-hidden="true">
        {number}
      </span>
      <div className="stack loose">
        <div>
          <h2>{title}</h2>
          <p className="q2 prose">{body}</p>
        </div>
        <div className="row">{children}</div>
      </div>
    </li>
  )
}
