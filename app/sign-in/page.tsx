import type { Metadata } from "next"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { services } from "../../server/services"
import { whoIs } from "../../server/session"
import { Entrance } from "../_frame/Entrance"
import { ownPath } from "../_frame/ownPath"
import { SignInForm } from "./SignInForm"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin")
  return { title: t("title") }
}

type Props = { readonly searchParams: Promise<{ readonly next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const next = ownPath((await searchParams).next)
  if (await whoIs(services(), await headers())) redirect(next)
  return (
    <Entrance>
      <SignInForm next={next} />
    </Entrance>
  )
}
