import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { approachOf } from "../../../../server/queries/tree"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { TreeScreen } from "./TreeScreen"
import "./tree.css"

interface Props {
  readonly params: Promise<{ readonly project: string }>
  readonly searchParams: Promise<{ readonly code?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tree")
  return { title: t("title") }
}

/** The merged code tree, for coders and supervisors: what has been revealed, and nothing else (B8). */
export default async function TreePage({ params, searchParams }: Props) {
  const { project } = await params
  const { code } = await searchParams
  const entered = await enterProject(project, { kind: "tree", project })
  return (
    <ProjectFrame entered={entered} fill>
      <TreeScreen
        project={project}
        approach={await approachOf(entered.services.db, project)}
        coded={[...entered.member.codes]}
        initial={typeof code === "string" ? code : null}
      />
    </ProjectFrame>
  )
}
