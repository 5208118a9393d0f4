import type { Metadata } from "next"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { type ProjectEntry, projectsOf } from "../../server/queries/projects"
import { enter } from "../_enter"
import { Frame } from "../_frame/Frame"
import { ButtonLink } from "../_ui/Button"
import { EmptyState } from "../_ui/States"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("projects")
  return { title: t("title") }
}

export default async function ProjectsPage() {
  const { services, caller } = await enter()
  const t = await getTranslations("projects")
  const projects = await projectsOf(services, caller.id)
  const create = (
    <ButtonLink href="/projects/new" icon="plus" kind={projects.length === 0 ? "primary" : "plain"}>
      {t("create")}
    </ButtonLink>
  )
  return (
    <Frame caller={caller}>
      <div className="main narrow">
        <div className="page-head">
          <h1 className="title grow">{t("title")}</h1>
          {projects.length > 0 && create}
        </div>
        {projects.length === 0 ? (
          <EmptyState title={t("empty.title")} action={create}>
            {t("empty.body")}
          </EmptyState>
        ) : (
          <ul className="lines linked">
            {projects.map((project) => (
              <ProjectLine key={project.id} project={project} />
            ))}
          </ul>
        )}
      </div>
    </Frame>
  )
}

async function ProjectLine({ project }: { readonly project: ProjectEntry }) {
  const t = await getTranslations("projects")
  const { id, name, question, approach, role, sources } = project
  return (
    <li>
      <Link href={`/projects/${id}`}>
        <span className="stack tight grow">
          <span className="lead strong clip">{name}</span>
          {question && <span className="q2 clip">{question}</span>}
          <span className="small q">
            {[t(`approach.${approach}.name`), t("sources", { count: sources }), t(`role.${role}`)].join(
              " · ",
            )}
          </span>
        </span>
      </Link>
    </li>
  )
}
