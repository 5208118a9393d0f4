import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../core/access"
import { guidesOf } from "../../../../server/queries/guides"
import { memoPlaces } from "../../../../server/queries/memoPlaces"
import { projectTitle } from "../../../../server/queries/titles"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { GuideScreen } from "./GuideScreen"
import "../../../_guide/printed.css"
import "../../../_ui/onPaper.css"
import "./guide.css"

interface Props {
  readonly params: Promise<{ readonly project: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("guide"))("title") }
}

/** The interview guide of a project: its questions, its versions, and what changed from one to the next. */
export default async function GuidePage({ params }: Props) {
  const { project } = await params
  const entered = await enterProject(project, { kind: "guide" })
  const { services, caller, member } = entered
  const { sources } = await memoPlaces(services, project)
  return (
    <ProjectFrame entered={entered} fill>
      <GuideScreen
        project={project}
        projectName={(await projectTitle(services.db, project)).name}
        me={caller.id}
        mayWrite={accessTo({ kind: "guide" }, member) === "write"}
        guides={await guidesOf(services, project)}
        sources={sources.map(({ id, title }) => ({ id, title }))}
      />
    </ProjectFrame>
  )
}
