"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type Theme, themeCookie, themeFrom, themes } from "../_theme/theme"
import { MenuRadios } from "./Menu"
import { remember } from "./remember"

/** Light or dark, in a menu. Mounted each time the menu opens, so it reads the page's theme as it is then. */
export function ThemeChoice() {
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
