import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { accessTo, type Member } from "../../core/access"
import { projectTitle, sourceTitle } from "../../server/queries/titles"
import type { Entered } from "../_enter"
import { QuickMemo } from "../_memos/QuickMemo"
import type { Tab } from "../_ui/Tabs"
import { Frame, type FrameProps } from "./Frame"

type Props = FrameProps & { readonly entered: Entered }

/** The frame of a project's pages: overview, tree, queue, members, settings. */
export async function ProjectFrame({ entered, ...rest }: Props) {
  const { services, caller, project, member } = entered
  const { name } = await projectTitle(services.db, project)
  return (
    <Frame
      caller={caller}
      crumbs={[{ label: name }]}
      tabs={await projectTabs(project, member)}
      {...rest}
      end={withMemo(entered, rest.end)}
    />
  )
}

/** The frame of a source's pages: coding desk, confrontation. */
export async function SourceFrame({ entered, source, ...rest }: Props & { readonly source: string }) {
  const { services, caller, project, member } = entered
  const { name } = await projectTitle(services.db, project)
  const { title, side } = await sourceTitle(services.db, source, caller.id)
  return (
    <Frame
      caller={caller}
      side={side}
      crumbs={[{ label: name, href: `/projects/${project}` }, { label: title }]}
      tabs={await sourceTabs(project, source, member)}
      {...rest}
      end={withMemo(entered, rest.end)}
    />
  )
}

/** A memo is begun from anywhere, by its button or by its key. */
function withMemo({ caller, project, member }: Entered, end: ReactNode) {
  if (accessTo({ kind: "memos" }, member) === "none") return end
  return (
    <>
      {end}
      <QuickMemo project={project} me={caller.id} />
    </>
  )
}

async function projectTabs(project: string, member: Member): Promise<Tab[]> {
  const t = await getTranslations("common")
  const place = `/projects/${project}`
  return [
    { href: place, label: t("tabs.overview"), exact: true },
    ...(member.role === "supervisor" ? [{ href: `${place}/queue`, label: t("tabs.queue") }] : []),
    ...(accessTo({ kind: "tree", project }, member) === "none"
      ? []
      : [{ href: `${place}/tree`, label: t("tabs.tree") }]),
    ...(accessTo({ kind: "agreement" }, member) === "none"
      ? []
      : [{ href: `${place}/agreement`, label: t("tabs.agreement") }]),
    ...(accessTo({ kind: "memos" }, member) === "none"
      ? []
      : [{ href: `${place}/memos`, label: t("tabs.memos") }]),
    ...(accessTo({ kind: "participants" }, member) === "none"
      ? []
      : [{ href: `${place}/participants`, label: t("tabs.participants") }]),
    { href: `${place}/guide`, label: t("tabs.guide") },
    { href: `${place}/members`, label: t("tabs.members") },
    { href: `${place}/settings`, label: t("tabs.settings") },
  ]
}

async function sourceTabs(project: string, source: string, member: Member): Promise<Tab[]> {
  const t = await getTranslations("common")
  const place = `/projects/${project}/sources/${source}`
  return [
    ...(accessTo({ kind: "coding", source }, member) === "write"
      ? [{ href: `${place}/code`, label: t("tabs.code") }]
      : []),
    ...(member.corrects.has(source) ? [{ href: `${place}/transcribe`, label: t("tabs.transcribe") }] : []),
    ...(accessTo({ kind: "notes", source }, member) !== "none"
      ? [{ href: `${place}/live`, label: t("tabs.live") }]
      : []),
    ...(accessTo({ kind: "review", source }, member) !== "none"
      ? [{ href: `${place}/review`, label: t("tabs.review") }]
      : []),
    ...(accessTo({ kind: "memberCheck", source }, member) === "write"
      ? [{ href: `${place}/member-check`, label: t("tabs.memberCheck") }]
      : []),
  ]
}
