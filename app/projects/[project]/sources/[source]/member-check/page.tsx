import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../../../core/access"
import { memberChecksOf } from "../../../../../../server/queries/memberChecks"
import { namesShown } from "../../../../../../server/queries/namesShown"
import { transcriptOf } from "../../../../../../server/queries/transcript"
import { enterSource } from "../../../../../_enter"
import { SourceFrame } from "../../../../../_frame/ProjectFrame"
import { Comments } from "./Comments"
import { Figures } from "./Figures"
import { Links } from "./Links"
import { NewLink } from "./NewLink"
import "./memberCheck.css"

type Props = { readonly params: Promise<{ readonly project: string; readonly source: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberCheck"))("title") }
}

/** Participants read what was written of their words: links for them, what they wrote, and what is reported of it. */
export default async function MemberCheckPage({ params }: Props) {
  const { project, source } = await params
  const entered = await enterSource(project, source, { kind: "memberCheck", source }, "write")
  const t = await getTranslations("memberCheck")
  const { participants, unfinished, checks, comments, counts, ...all } = await memberChecksOf(
    entered.services,
    source,
  )
  const { speakers, turns } = await transcriptOf(entered.services, source)
  const names = await namesShown(entered.services, project, participants, turns)
  const said = new Set(turns.filter(({ text }) => text.trim() !== "").map(({ speaker }) => speaker))
  return (
    <SourceFrame entered={entered} source={source}>
      <div className="main narrow stack loose member-check">
        <div className="stack tight">
          <h1 className="title">{t("title")}</h1>
          <p className="q2 prose">{t("lead")}</p>
        </div>
        <NewLink
          source={source}
          participants={participants}
          speaking={speakers.filter(({ id }) => said.has(id))}
          turns={turns.filter(({ text }) => text.trim() !== "").length}
          unfinished={unfinished}
          names={names}
        />
        <Links source={source} checks={checks} />
        <Comments source={source} comments={comments} />
        <Figures
          here={counts}
          project={all.project}
          table={
            accessTo({ kind: "export" }, entered.member) === "none"
              ? null
              : `/api/projects/${project}/member-checks?format=csv`
          }
        />
      </div>
    </SourceFrame>
  )
}
