import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { accessTo, type Member } from "../../core/access"
import { projectTitle, sourceTitle } from "../../server/queries/titles"
import type { Entered } from "../_enter"
import { AppShell } from "../_ui/AppShell"
import type { Tab } from "../_ui/Tabs"
import { TopBar } from "../_ui/TopBar"
import { AccountItems } from "./AccountItems"

interface Props {
  readonly entered: Entered
  /** Between the tabs and the language: presence, saved or not. */
  readonly end?: ReactNode
  /** As high as the window; the page brings its own `<main id="main" tabIndex={-1}>`. */
  readonly fill?: boolean
  readonly children: ReactNode
}

/** The frame of a project's pages: overview, tree, queue, members. */
export async function ProjectFrame({ entered, end, fill, children }: Props) {
  const { services, caller, project, member } = entered
  const { name } = await projectTitle(services.db, project)
  return (
    <AppShell
      fill={fill}
      top={
        <TopBar
          home="/projects"
          crumbs={[{ label: name }]}
          tabs={await projectTabs(project, member)}
          end={end}
          account={{ name: caller.name, email: caller.email }}
          accountItems={<AccountItems member={caller.id} />}
        />
      }
    >
      {children}
    </AppShell>
  )
}

/** The frame of a source's pages: coding desk, confrontation. */
export async function SourceFrame({
  entered,
  source,
  end,
  fill,
  children,
}: Props & { readonly source: string }) {
  const { services, caller, project, member } = entered
  const t = await getTranslations("common")
  const { name } = await projectTitle(services.db, project)
  const { title, side } = await sourceTitle(services.db, source, caller.id)
  const place = `/projects/${project}/sources/${source}`
  const tabs: Tab[] = [
    ...(accessTo({ kind: "coding", source }, member) === "write"
      ? [{ href: `${place}/code`, label: t("tabs.code") }]
      : []),
    ...(accessTo({ kind: "review", source }, member) !== "none"
      ? [{ href: `${place}/review`, label: t("tabs.review") }]
      : []),
  ]
  return (
    <AppShell
      fill={fill}
      top={
        <TopBar
          home="/projects"
          crumbs={[{ label: name, href: `/projects/${project}` }, { label: title }]}
          tabs={tabs}
          end={end}
          account={{ name: caller.name, email: caller.email, ...(side ? { side } : {}) }}
          accountItems={<AccountItems member={caller.id} />}
        />
      }
    >
      {children}
    </AppShell>
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
    { href: `${place}/members`, label: t("tabs.members") },
  ]
}
