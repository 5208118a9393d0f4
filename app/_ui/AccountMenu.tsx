"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import type { Side } from "../../core/model"
import { type Theme, themeCookie, themeFrom, themes } from "../_theme/theme"
import { Menu, MenuHeading, MenuRadios, MenuRule } from "./Menu"
import { remember } from "./remember"
import { Who } from "./Who"

export interface Account {
  readonly name: string
  readonly email?: string
  /** Which of the pair here; neither, for whoever does not code what is on screen. */
  readonly side?: Side
}

interface Props {
  readonly account: Account
  /** Items of the menu: the way out, above all. */
  readonly children?: ReactNode
}

/** Oneself: who, in what light, and the way out. */
export function AccountMenu({ account, children }: Props) {
  const t = useTranslations("common")
  return (
    <Menu
      trigger={
        <button type="button" className="account" aria-label={t("account", { name: account.name })}>
          <Who side={account.side ?? "s"} name={account.name} size="big" silent />
        </button>
      }
    >
      <MenuHeading>
        <span className="strong">{account.name}</span>
        {account.email && <div>{account.email}</div>}
      </MenuHeading>
      <MenuRule />
      <ThemeChoice />
      {children && <MenuRule />}
      {children}
    </Menu>
  )
}

/** Mounted each time the menu opens, so it reads the page's theme as it is then. */
function ThemeChoice() {
  const t = useTranslations("common")
  const [theme, setTheme] = useState<Theme>(() => themeFrom(document.documentElement.dataset.theme))

  function light(chosen: Theme) {
    document.documentElement.dataset.theme = chosen
    remember(themeCookie, chosen)
    setTheme(chosen)
  }

  return (
    <>
      <MenuHeading>{t("theme.label")}</MenuHeading>
      <MenuRadios
        value={theme}
        onChange={light}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
    </>
  )
}
