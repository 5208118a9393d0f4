import type { Metadata } from "next"
import { loadWords } from "../../../../../../server/documents"
import { sourceFor } from "../../../../../../server/queries/source"
import { projectTitle, sourceTitle } from "../../../../../../server/queries/titles"
import { enterSource } from "../../../../../_enter"
import { SourceFrame } from "../../../../../_frame/ProjectFrame"
import { packTranscript } from "../../../../../_transcript/packTurns"
import { ServedDesk } from "./ServedDesk"
import "./desk.css"

interface Props {
  readonly params: Promise<{ project: string; source: string }>
  readonly searchParams: Promise<{ at?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, source } = await params
  const { services, caller } = await enterSource(project, source, { kind: "coding", source }, "write")
  const { title } = await sourceTitle(services.db, source, caller.id)
  return { title }
}

/** The coding desk: a coder's own layer beside the words; the other's only once it is revealed. */
export default async function CodePage({ params, searchParams }: Props) {
  const { project, source } = await params
  const at = Number((await searchParams).at ?? Number.NaN)
  const entered = await enterSource(project, source, { kind: "coding", source }, "write")
  const { turns, speakers } = await loadWords(entered.services, source)
  const initial = await sourceFor(entered.services, source, entered.member, turns)
  const { id, name, email } = entered.caller
  const { name: projectName } = await projectTitle(entered.services.db, project)
  return (
    <SourceFrame entered={entered} source={source} fill end={<span id="desk-sync" />}>
      <ServedDesk
        account={{ id, name, email }}
        projectName={projectName}
        owner={entered.member.role === "owner"}
        initial={initial}
        transcript={packTranscript({ turns, speakers })}
        at={Number.isInteger(at) && at >= 0 ? at : null}
      />
    </SourceFrame>
  )
}
