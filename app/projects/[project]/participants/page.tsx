import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../core/access"
import { sampleOf } from "../../../../server/queries/participants"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { ParticipantsScreen } from "./ParticipantsScreen"
import "./participants.css"

interface Props {
  readonly params: Promise<{ readonly project: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participants"))("title") }
}

/** Who takes part in the study, as letters, and what describes them. */
export default async function ParticipantsPage({ params }: Props) {
  const entered = await enterProject((await params).project, { kind: "participants" }, "write")
  const { services, project, member } = entered
  return (
    <ProjectFrame entered={entered}>
      <ParticipantsScreen
        project={project}
        first={await sampleOf(services.db, project)}
        mayErase={accessTo({ kind: "settings" }, member) === "write"}
      />
    </ProjectFrame>
  )
}
