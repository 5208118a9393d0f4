import type { Metadata } from "next"
import { headers } from "next/headers"
import { getTranslations } from "next-intl/server"
import { demandWithin } from "../../../server/bounds"
import { invitationBy } from "../../../server/queries/members"
import { Refusal } from "../../../server/refusal"
import { services } from "../../../server/services"
import { type Caller, whoIs } from "../../../server/session"
import { Entrance } from "../../_frame/Entrance"
import { NewAccountForm } from "../../_frame/NewAccountForm"
import { ButtonLink } from "../../_ui/Button"
import { ErrorState } from "../../_ui/States"
import { InvitedTo } from "./InvitedTo"
import { Join } from "./Join"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin")
  return { title: t("invitation.title") }
}

type Props = { readonly params: Promise<{ readonly secret: string }> }

export default async function InvitationPage({ params }: Props) {
  const { secret } = await params
  const t = await getTranslations("signin")
  const sent = await headers()
  const caller = await whoIs(services(), sent)
  if (isTooOften(caller, sent)) {
    const problems = await getTranslations("errors.problem")
    return (
      <Entrance>
        <ErrorState title={t("invitation.title")}>{problems("too-many-requests")}</ErrorState>
      </Entrance>
    )
  }
  const invitation = await standing(secret)
  const path = `/api/invitations/${encodeURIComponent(secret)}/acceptance`
  if (!invitation) {
    return (
      <Entrance>
        <ErrorState
          title={t("gone.title")}
          action={<ButtonLink href="/projects">{t("gone.action")}</ButtonLink>}
        >
          {t("gone.body")}
        </ErrorState>
      </Entrance>
    )
  }
  if (caller) {
    return (
      <Entrance>
        <Join
          path={path}
          caller={{ id: caller.id, name: caller.name, email: caller.email }}
          title={t("invitation.title")}
        >
          <InvitedTo {...invitation} />
        </Join>
      </Entrance>
    )
  }
  return (
    <Entrance>
      <div className="stack loose">
        <NewAccountForm
          path={path}
          title={t("invitation.title")}
          create={t("invitation.create")}
          next="project"
          email={invitation.email}
        >
          <InvitedTo {...invitation} />
        </NewAccountForm>
        <ButtonLink kind="bare" href={`/sign-in?${new URLSearchParams({ next: `/invitations/${secret}` })}`}>
          {t("invitation.have")}
        </ButtonLink>
      </div>
    </Entrance>
  )
}

/** Whether whoever asks has followed more links than anybody does. */
function isTooOften(caller: Caller | null, sent: Headers): boolean {
  try {
    demandWithin(services(), "link", { caller, headers: sent })
    return false
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}

/** What an invitation is to; null for one that leads nowhere, whatever the reason (B13). */
async function standing(secret: string) {
  try {
    return await invitationBy(services(), secret)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
