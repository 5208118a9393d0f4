import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../../core/access"
import { membersOf, openInvitations } from "../../../../server/queries/members"
import { peopleOf } from "../../../../server/queries/revealed"
import { enterProject } from "../../../_enter"
import { ProjectFrame } from "../../../_frame/ProjectFrame"
import { Invitations } from "./Invitations"
import { MemberList } from "./MemberList"
import "./members.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members")
  return { title: t("title") }
}

type Props = { readonly params: Promise<{ readonly project: string }> }

export default async function MembersPage({ params }: Props) {
  const entered = await enterProject((await params).project)
  const { services, caller, member, project } = entered
  const t = await getTranslations("members")
  const mayChange = accessTo({ kind: "settings" }, member) === "write"
  const members = await membersOf(services, project)
  const here = new Set(members.map(({ id }) => id))
  const left = (await peopleOf(services.db, project, null)).filter(({ id }) => !here.has(id))
  return (
    <ProjectFrame entered={entered}>
      <div className="main narrow stack loose">
        <h1 className="title">{t("title")}</h1>
        <MemberList project={project} me={caller.id} members={members} left={left} mayChange={mayChange} />
        {mayChange && <Invitations project={project} open={await openInvitations(services, project)} />}
      </div>
    </ProjectFrame>
  )
}
