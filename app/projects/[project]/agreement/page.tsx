import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { type Access, accessTo, type Door, type Room } from "../../../../core/access"
import type { SourceId } from "../../../../core/model"
import { sourcesWithReveals } from "../../../../server/queries/tree"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { AgreementScreen } from "./AgreementScreen"
import "../../../_agreement/agreement.css"
import "../../../_agreement/printed.css"

interface Props {
  readonly params: Promise<{ readonly project: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("title") }
}

/** How far coders agree, of what is revealed (B8); what the figures are is asked for by the page itself. */
export default async function AgreementPage({ params }: Props) {
  const entered = await enterProject((await params).project, { kind: "agreement" })
  const { services, project, member } = entered
  const sources = await sourcesWithReveals(services.db, project)
  const open = (to: (source: SourceId) => Door | Room, need: Access) =>
    sources.filter((source) => accessTo(to(source), member) === need)
  return (
    <ProjectFrame entered={entered}>
      <AgreementScreen
        project={project}
        mayShow={accessTo({ kind: "settings" }, member) === "write"}
        reviews={open((source) => ({ kind: "review", source }), "read")}
        codes={open((source) => ({ kind: "coding", source }), "write")}
      />
    </ProjectFrame>
  )
}
