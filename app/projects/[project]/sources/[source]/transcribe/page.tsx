import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../../../core/access"
import { membersOf } from "../../../../../../server/queries/members"
import { sourceFor } from "../../../../../../server/queries/source"
import { sourceTitle } from "../../../../../../server/queries/titles"
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

/** Correcting a transcript together, before its coding opens. */
export default async function TranscribePage({ params }: Props) {
  const { project, source } = await params
  const entered = await enterSource(project, source, { kind: "transcribing", source }, "write")
  // Its words come over their room; when passages begin is not shown here.
  const { source: about, coders, recording } = await sourceFor(entered.services, source, entered.member, [])
  const members = await membersOf(entered.services, project)
  const wordTimes = recording && (await wordTimesOf(entered.services.db, source))
  const people = members.map(({ id, name }) => ({
    id,
    name,
    side: coders.find((coder) => coder.id === id)?.side ?? ("s" as const),
  }))
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
        />
      ) : (
        <NotOpen source={source} place={place} opened={about.codingOpened} codes={codes} />
      )}
    </SourceFrame>
  )
}
