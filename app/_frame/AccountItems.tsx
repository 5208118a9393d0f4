"use client"

import { useTranslations } from "next-intl"
import { MenuItem, MenuLink } from "../_ui/Menu"
import { signOut } from "./signOut"

/** What everybody finds in their account's menu. */
export function AccountItems({ member }: { readonly member: string }) {
  const t = useTranslations("common")
  return (
    <>
      <MenuLink href="/account">{t("accountPage")}</MenuLink>
      <MenuItem onSelect={() => void signOut(member)}>{t("signOut")}</MenuItem>
    </>
  )
}
