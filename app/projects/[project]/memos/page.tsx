import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { membersOf } from "../../../../server/queries/members"
import { memoPlaces, ownWordMemos } from "../../../../server/queries/memoPlaces"
import { memosFor } from "../../../../server/queries/memos"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { MemosScreen } from "./MemosScreen"
import "./memos.css"

interface Props {
  readonly params: Promise<{ readonly project: string }>
  readonly searchParams: Promise<{ readonly memo?: string | string[]; readonly code?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projectMemos"))("title") }
}

/** Memos of a project: those that are shared, and one's own; of nobody else's is anything read. */
export default async function MemosPage({ params, searchParams }: Props) {
  const { project } = await params
  const { memo, code } = await searchParams
  const entered = await enterProject(project, { kind: "memos" })
  const { services, caller, member } = entered
  const people = (await membersOf(services, project)).map(({ id, name }) => ({ id, name }))
  return (
    <ProjectFrame entered={entered} fill>
      <MemosScreen
        project={project}
        me={{ id: caller.id, role: member.role }}
        people={people}
        places={await memoPlaces(services, project)}
        first={await memosFor(services, project, caller.id)}
        onWords={await ownWordMemos(services, project, member)}
        initial={typeof memo === "string" ? memo : null}
        about={typeof code === "string" ? `code ${code}` : null}
      />
    </ProjectFrame>
  )
}
