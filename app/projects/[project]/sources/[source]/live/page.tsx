import type { Metadata, Viewport } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../../../core/access"
import { membersOf } from "../../../../../../server/queries/members"
import { memoPlaces } from "../../../../../../server/queries/memoPlaces"
import { sourceFor } from "../../../../../../server/queries/source"
import { enterSource } from "../../../../../_enter"
import { SourceFrame } from "../../../../../_frame/ProjectFrame"
import { Live } from "./Live"
import "../../../../../_guide/printed.css"
import "../../../../../_ui/onPaper.css"
import "./live.css"
import "./event.css"

type Props = { readonly params: Promise<{ readonly project: string; readonly source: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notes"))("title") }
}

/** A keyboard on the screen takes its room from the page, so that what is written stays above it. */
export const viewport: Viewport = { interactiveWidget: "resizes-content" }

/** Notes of a group or an interview while it goes on, and what is made of them afterwards. */
export default async function LivePage({ params }: Props) {
  const { project, source } = await params
  const entered = await enterSource(project, source, { kind: "notes", source })
  const { source: about, recording } = await sourceFor(entered.services, source, entered.member, [])
  const members = await membersOf(entered.services, project)
  const { sources } = await memoPlaces(entered.services, project)
  const { id, name, email } = entered.caller
  return (
    <SourceFrame entered={entered} source={source} fill>
      <Live
        about={{
          source,
          title: about.title,
          project,
          projectName: about.projectName,
          account: { id, name, email },
          people: members.map(({ id, name }) => ({ id, name })),
          recording: recording && { durationMs: recording.durationMs },
          writes: accessTo({ kind: "notes", source }, entered.member) === "write",
          closing:
            accessTo({ kind: "transcribing", source }, entered.member) === "write"
              ? { isClosed: about.notesClosed }
              : null,
          records: accessTo({ kind: "giving", source }, entered.member) === "write",
          others: sources
            .filter(
              ({ id }) =>
                id !== source && accessTo({ kind: "giving", source: id }, entered.member) !== "none",
            )
            .map(({ id, title }) => ({ id, title })),
        }}
      />
    </SourceFrame>
  )
}
