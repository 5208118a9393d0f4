import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../core/access"
import { projectSettings } from "../../../../server/queries/project"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { Section } from "../../../_frame/Section"
import { ButtonLink } from "../../../_ui/Button"
import { AsTheyStand } from "./AsTheyStand"
import { Comparing } from "./Comparing"
import { DeleteProject } from "./DeleteProject"
import { Keeping } from "./Keeping"
import { Key } from "./Key"
import { Reporting } from "./Reporting"
import { Study } from "./Study"
import "./settings.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("projectSettings")
  return { title: t("title") }
}

type Props = { readonly params: Promise<{ readonly project: string }> }

/** What a project says of itself, section by section: its owner changes it, its other members read it. */
export default async function ProjectSettingsPage({ params }: Props) {
  const entered = await enterProject((await params).project)
  const { services, member, project } = entered
  const t = await getTranslations("projectSettings")
  const safety = await getTranslations("safety")
  const settings = await projectSettings(services, project)
  const mayChange = accessTo({ kind: "settings" }, member) === "write"
  return (
    <ProjectFrame entered={entered}>
      <div className="main narrow stack project-settings">
        <h1 className="title">{t("title")}</h1>
        {mayChange ? (
          <>
            <Study settings={settings} />
            <Comparing settings={settings} />
            <Reporting settings={settings} />
            <Keeping settings={settings} />
            <Key project={{ id: project, name: settings.name }} />
          </>
        ) : (
          <AsTheyStand settings={settings} />
        )}
        {accessTo({ kind: "audit" }, member) !== "none" && (
          <Section title={safety("audit.title")} lead={safety("audit.lead")}>
            <div>
              <ButtonLink href={`/projects/${project}/audit`}>{safety("audit.link")}</ButtonLink>
            </div>
          </Section>
        )}
        {mayChange && <DeleteProject project={{ id: project, name: settings.name }} />}
      </div>
    </ProjectFrame>
  )
}
