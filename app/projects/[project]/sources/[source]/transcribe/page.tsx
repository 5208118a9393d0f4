import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../../../core/access"
import type { SourceId, Transcript } from "../../../../../../core/model"
import { loadWords } from "../../../../../../server/documents"
import { membersOf } from "../../../../../../server/queries/members"
import { sourceFor } from "../../../../../../server/queries/source"
import { sourceTitle } from "../../../../../../server/queries/titles"
import { Refusal } from "../../../../../../server/refusal"
import type { Services } from "../../../../../../server/services"
import { wordTimesOf } from "../../../../../../server/wordTimes"
import { enterSource } from "../../../../../_enter"
import { SourceFrame } from "../../../../../_frame/ProjectFrame"
import { NotOpen } from "./NotOpen"
import { Transcribe } from "./Transcribe"
import "./transcribe.css"
import "./versions.css"

type Props = { readonly params: Promise<{ readonly project: string; readonly source: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("transcribe")
  return { title: t("title") }
}

/** More than a tall window shows. */
const TURNS_AT_FIRST = 80

/** What can be read before the room is open; null where there is nothing, or too much for the server to look at. */
async function firstTurns(services: Services, source: SourceId): Promise<Transcript | null> {
  try {
    const { turns, speakers } = await loadWords(services, source)
    const first = turns.slice(0, TURNS_AT_FIRST)
    return first.length > 0 ? { turns: first, speakers } : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Correcting a transcript together, before its coding opens. */
export default async function TranscribePage({ params }: Props) {
  const { project, source } = await params
  const entered = await enterSource(project, source, { kind: "transcribing", source }, "write")
  // Its words come over their room, but for the first ones; when passages begin is not shown here.
  const { source: about, coders, recording } = await sourceFor(entered.services, source, entered.member, [])
  const members = await membersOf(entered.services, project)
  const wordTimes = recording && (await wordTimesOf(entered.services.db, source))
  const people = members.map(({ id, name }) => ({
    id,
    name,
    side: coders.find((coder) => coder.id === id)?.side ?? ("s" as const),
  }))
  const first = about.transcribing ? await firstTurns(entered.services, source) : null
  const codes = accessTo({ kind: "coding", source }, entered.member) === "write"
  const place = `/projects/${project}/sources/${source}`
  const { id, name, email } = entered.caller
  const { side } = await sourceTitle(entered.services.db, source, id)
  return (
    <SourceFrame entered={entered} source={source} fill={about.transcribing}>
      {about.transcribing ? (
        <Transcribe
          about={{
            source,
            title: about.title,
            project,
            projectName: about.projectName,
            account: { id, name, email },
            side,
            recording: recording && { durationMs: recording.durationMs },
            codes,
            notes: about.notes,
            people,
          }}
          wordTimes={wordTimes}
          checked={about.memberChecks}
          first={first}
        />
      ) : (
        <NotOpen source={source} place={place} opened={about.codingOpened} codes={codes} />
      )}
    </SourceFrame>
  )
}
