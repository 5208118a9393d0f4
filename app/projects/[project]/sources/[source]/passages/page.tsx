import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../../../core/access"
import { questionsPutIn } from "../../../../../../server/queries/questionsPut"
import { sourceFor } from "../../../../../../server/queries/source"
import { transcriptOf } from "../../../../../../server/queries/transcript"
import { enterSource } from "../../../../../_enter"
import { SourceFrame } from "../../../../../_frame/ProjectFrame"
import { Passages } from "./Passages"
import { rangesOf } from "./ranges"
import "./passages.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("source")
  return { title: t("passages.title") }
}

type Props = { readonly params: Promise<{ readonly project: string; readonly source: string }> }

export default async function PassagesPage({ params }: Props) {
  const { project, source } = await params
  const entered = await enterSource(project, source)
  const { services, member } = entered
  const { speakers, turns } = await transcriptOf(services, source)
  const { passages, source: about } = await sourceFor(services, source, member, turns)
  const mayMove = accessTo({ kind: "settings" }, member) === "write"
  const fixed = about.codingOpened
    ? "opened"
    : about.transcribing
      ? "transcribing"
      : mayMove
        ? null
        : "not-yours"
  return (
    <SourceFrame entered={entered} source={source}>
      <Passages
        source={source}
        next={
          accessTo({ kind: "coding", source }, member) === "write"
            ? `/projects/${project}/sources/${source}/code`
            : `/projects/${project}`
        }
        speakers={speakers}
        turns={turns}
        ranges={rangesOf(passages, turns)}
        put={
          fixed === null ? await questionsPutIn(services, { project, source, speakers, turns }, member) : []
        }
        fixed={fixed}
      />
    </SourceFrame>
  )
}
