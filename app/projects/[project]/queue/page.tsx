import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { QueueScreen } from "./QueueScreen"

interface Props {
  readonly params: Promise<{ readonly project: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("arbitration"))("title") }
}

/** What the coders refer to the supervisor: for supervisors alone. */
export default async function QueuePage({ params }: Props) {
  const { project } = await params
  const entered = await enterProject(project, { kind: "queue" })
  return (
    <ProjectFrame entered={entered}>
      <QueueScreen project={project} />
    </ProjectFrame>
  )
}
