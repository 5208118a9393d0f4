import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../../../core/access"
import { hasMemberChecks } from "../../../../../../server/queries/memberChecks"
import { hasNotes } from "../../../../../../server/queries/notes"
import { sourceTitle } from "../../../../../../server/queries/titles"
import { transcriptOf } from "../../../../../../server/queries/transcript"
import { readNarrowed } from "../../../../../_discussion/narrowed"
import { enterSource } from "../../../../../_enter"
import { SourceFrame } from "../../../../../_frame/ProjectFrame"
import { ReviewScreen } from "./ReviewScreen"

interface Props {
  readonly params: Promise<{ readonly project: string; readonly source: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") }
}

/** The confrontation: what the two coders read differently in one source, and what they make of it. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { project, source } = await params
  const given = await searchParams
  const { flag, at } = given
  const entered = await enterSource(project, source, { kind: "review", source }, "read")
  const { services, caller, member } = entered
  const { turns, speakers } = await transcriptOf(services, source)
  const { side } = await sourceTitle(services.db, source, caller.id)
  return (
    <SourceFrame entered={entered} source={source} fill>
      <ReviewScreen
        project={project}
        source={source}
        me={caller.id}
        isCoder={side !== null}
        isSupervisor={accessTo({ kind: "ruling", source }, member) === "write"}
        notes={await hasNotes(services, source, member)}
        memberChecks={await hasMemberChecks(services, source, member)}
        turns={turns}
        speakers={speakers}
        asked={{
          flag: typeof flag === "string" ? flag : null,
          at: typeof at === "string" && /^\d+$/.test(at) ? Number(at) : null,
          narrowed: readNarrowed(given),
        }}
      />
    </SourceFrame>
  )
}
