import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../core/access"
import { projectSettings } from "../../../../server/queries/project"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { AsTheyStand } from "./AsTheyStand"
import { Comparing } from "./Comparing"
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
          </>
        ) : (
          <AsTheyStand settings={settings} />
        )}
      </div>
    </ProjectFrame>
  )
}
