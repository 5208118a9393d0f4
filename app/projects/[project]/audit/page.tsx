import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { readFilter } from "../../../../server/projectBodies"
import { auditOf } from "../../../../server/queries/audit"
import { peopleOf } from "../../../../server/queries/revealed"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { ButtonLink } from "../../../_ui/Button"
import { EmptyState } from "../../../_ui/States"
import { Entries } from "./Entries"
import { Filter } from "./Filter"
import "./audit.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("safety.audit")
  return { title: t("title") }
}

interface Props {
  readonly params: Promise<{ readonly project: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Who did what in a project, for its owner and its supervisor; nothing of what is not revealed (B9). */
export default async function AuditPage({ params, searchParams }: Props) {
  const entered = await enterProject((await params).project, { kind: "audit" })
  const { services, project } = entered
  const asked = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  )
  const filter = readFilter(asked)
  const { entries, next } = await auditOf(services, project, filter)
  const people = await peopleOf(services.db, project, null)
  const t = await getTranslations("safety.audit")
  const place = `/projects/${project}/audit`
  const chosen = new URLSearchParams(Object.entries({ by: filter.by ?? "", kind: filter.kind ?? "" }))
  const whole = (format: string) => `/api${place}?${chosen}&format=${format}`
  return (
    <ProjectFrame entered={entered}>
      <div className="main narrow stack loose audit">
        <div className="stack tight">
          <h1 className="title">{t("title")}</h1>
          <p className="q2 prose">{t("lead")}</p>
        </div>
        <Filter place={place} people={people} filter={filter} />
        {entries.length > 0 ? (
          <Entries entries={entries} />
        ) : (
          <EmptyState title={t("nothing")}>{t("nothingBody")}</EmptyState>
        )}
        <div className="row wrap">
          {next && (
            <ButtonLink href={`${place}?${chosen}&after=${encodeURIComponent(next)}`}>
              {t("older")}
            </ButtonLink>
          )}
          {filter.after && (
            <ButtonLink kind="bare" href={`${place}?${chosen}`}>
              {t("newest")}
            </ButtonLink>
          )}
          <span className="grow" />
          <span className="small q2">{t("take")}</span>
          <a className="link small" href={whole("csv")} download>
            {t("csv")}
          </a>
          <a className="link small" href={whole("json")} download>
            {t("json")}
          </a>
        </div>
      </div>
    </ProjectFrame>
  )
}
