"use client"

import { useTranslations } from "next-intl"
import { MenuItem, MenuLink } from "../_ui/Menu"
import { useLeave } from "./SigningOut"

/** What everybody finds in their account's menu. */
export function AccountItems() {
  const t = useTranslations("common")
  const leave = useLeave()
  return (
    <>
      <MenuLink href="/account">{t("accountPage")}</MenuLink>
      <MenuItem onSelect={leave}>{t("signOut")}</MenuItem>
    </>
  )
}
