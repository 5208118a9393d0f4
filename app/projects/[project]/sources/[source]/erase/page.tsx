import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { sourceFor } from "../../../../../../server/queries/source"
import { transcriptOf } from "../../../../../../server/queries/transcript"
import { hasFfmpeg } from "../../../../../../server/sound/ffmpeg"
import { enterSource } from "../../../../../_enter"
import { SourceFrame } from "../../../../../_frame/ProjectFrame"
import { Erase } from "./Erase"
import "./erase.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("safety.erase")
  return { title: t("title") }
}

type Props = { readonly params: Promise<{ readonly project: string; readonly source: string }> }

/** Erasing words is its owner's act: it takes something from what others have frozen, and does not come back. */
export default async function ErasePage({ params }: Props) {
  const { project, source } = await params
  const entered = await enterSource(project, source, { kind: "settings" }, "write")
  const { speakers, turns } = await transcriptOf(entered.services, source)
  const { recording } = await sourceFor(entered.services, source, entered.member, turns)
  return (
    <SourceFrame entered={entered} source={source}>
      <Erase
        source={source}
        back={`/projects/${project}`}
        speakers={speakers}
        turns={turns}
        sound={recording && { durationMs: recording.durationMs, canBeSilenced: await hasFfmpeg() }}
      />
    </SourceFrame>
  )
}
