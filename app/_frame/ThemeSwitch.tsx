"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type Theme, themeCookie, themeFrom, themes } from "../_theme/theme"
import { IconButton } from "../_ui/IconButton"
import { Menu, MenuRadios } from "../_ui/Menu"
import { remember } from "../_ui/remember"

/** Light or dark, for whoever has no account's menu yet. */
export function ThemeSwitch() {
  const t = useTranslations("common")
  return (
    <Menu trigger={<IconButton icon="sun" label={t("theme.label")} />}>
      <Choice />
    </Menu>
  )
}

/** Mounted each time the menu opens, so it reads the page's theme as it is then. */
function Choice() {
  const t = useTranslations("common")
  const [theme, setTheme] = useState<Theme>(() => themeFrom(document.documentElement.dataset.theme))

  function light(chosen: Theme) {
    document.documentElement.dataset.theme = chosen
    remember(themeCookie, chosen)
    setTheme(chosen)
  }

  return (
    <MenuRadios
      value={theme}
      onChange={light}
      options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
    />
  )
}
