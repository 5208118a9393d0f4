import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { sessionsOf } from "../../server/queries/me"
import { enter } from "../_enter"
import { Frame } from "../_frame/Frame"
import { Identity } from "./Identity"
import { NewPassword } from "./NewPassword"
import { Sessions } from "./Sessions"
import { Tokens } from "./Tokens"
import "./account.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings")
  return { title: t("title") }
}

export default async function AccountPage() {
  const { services, caller } = await enter()
  const t = await getTranslations("settings")
  const sessions = await sessionsOf(services, caller.id, "cookie")
  const tokens = await sessionsOf(services, caller.id, "token")
  return (
    <Frame caller={caller} crumbs={[{ label: t("title") }]}>
      <div className="main narrow stack account-page">
        <h1 className="title">{t("title")}</h1>
        <Identity name={caller.name} email={caller.email} />
        <NewPassword email={caller.email} />
        <Sessions
          sessions={sessions.map(({ id, createdAt }) => ({ id, createdAt, current: id === caller.session }))}
        />
        <Tokens tokens={tokens} />
      </div>
    </Frame>
  )
}
