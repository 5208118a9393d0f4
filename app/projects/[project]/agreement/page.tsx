import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../core/access"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { AgreementScreen } from "./AgreementScreen"
import "../../../_agreement/agreement.css"

interface Props {
  readonly params: Promise<{ readonly project: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("title") }
}

/** How far coders agree, of what is revealed (B8); what the figures are is asked for by the page itself. */
export default async function AgreementPage({ params }: Props) {
  const entered = await enterProject((await params).project, { kind: "agreement" })
  const { project, member } = entered
  return (
    <ProjectFrame entered={entered}>
      <AgreementScreen project={project} mayShow={accessTo({ kind: "settings" }, member) === "write"} />
    </ProjectFrame>
  )
}
