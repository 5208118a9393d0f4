import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { firstLinkStands } from "../../../server/queries/members"
import { services } from "../../../server/services"
import { Entrance } from "../../_frame/Entrance"
import { NewAccountForm } from "../../_frame/NewAccountForm"
import { ButtonLink } from "../../_ui/Button"
import { ErrorState } from "../../_ui/States"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin")
  return { title: t("first.title") }
}

type Props = { readonly params: Promise<{ readonly secret: string }> }

export default async function FirstAccountPage({ params }: Props) {
  const { secret } = await params
  const t = await getTranslations("signin")
  if (!(await firstLinkStands(services(), secret))) {
    return (
      <Entrance>
        <ErrorState
          title={t("gone.title")}
          action={<ButtonLink href="/sign-in">{t("gone.action")}</ButtonLink>}
        >
          {t("first.gone")}
        </ErrorState>
      </Entrance>
    )
  }
  return (
    <Entrance>
      <NewAccountForm
        path={`/api/first-account/${encodeURIComponent(secret)}`}
        title={t("first.title")}
        create={t("first.create")}
        next="/projects/new"
      >
        <p className="q2">{t("first.lead")}</p>
      </NewAccountForm>
    </Entrance>
  )
}
