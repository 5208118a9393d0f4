import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { enter } from "../../_enter"
import { Frame } from "../../_frame/Frame"
import { NewProject } from "./NewProject"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("projects")
  return { title: t("new.title") }
}

export default async function NewProjectPage() {
  const { caller } = await enter()
  const t = await getTranslations("projects")
  return (
    <Frame caller={caller} crumbs={[{ label: t("title"), href: "/projects" }, { label: t("new.title") }]}>
      <div className="main narrow stack loose">
        <h1 className="title">{t("new.title")}</h1>
        <NewProject />
      </div>
    </Frame>
  )
}
