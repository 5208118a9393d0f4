"use client"

import { useTranslations } from "next-intl"
import { IconButton } from "../_ui/IconButton"
import { Menu } from "../_ui/Menu"
import { ThemeChoice } from "../_ui/ThemeChoice"

/** Light or dark, for whoever has no account's menu yet. */
export function ThemeSwitch() {
  const t = useTranslations("common")
  return (
    <Menu trigger={<IconButton icon="sun" label={t("theme.label")} />}>
      <ThemeChoice />
    </Menu>
  )
}
