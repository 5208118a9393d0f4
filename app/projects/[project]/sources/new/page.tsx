import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { membersOf } from "../../../../../server/queries/members"
import { enterProject } from "../../../../_enter"
import { ProjectFrame } from "../../../../_frame/ProjectFrame"
import { NewSource } from "./NewSource"
import "./new.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("source")
  return { title: t("new.title") }
}

interface Props {
  readonly params: Promise<{ readonly project: string }>
  readonly searchParams: Promise<{ readonly prepare?: string | string[] }>
}

export default async function NewSourcePage({ params, searchParams }: Props) {
  const prepares = (await searchParams).prepare !== undefined
  const entered = await enterProject((await params).project, { kind: "settings" }, "write")
  const { services, project } = entered
  const t = await getTranslations("source")
  const members = await membersOf(services, project)
  return (
    <ProjectFrame entered={entered}>
      <div className="main narrow new-source">
        <h1 className="title">{t(prepares ? "new.prepare" : "new.title")}</h1>
        <p className="q2">{t(prepares ? "new.prepareLead" : "new.lead")}</p>
        <NewSource
          prepares={prepares}
          project={project}
          members={members.map(({ id, name, role }) => ({ id, name, role }))}
        />
      </div>
    </ProjectFrame>
  )
}
