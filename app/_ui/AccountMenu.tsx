"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Side } from "../../core/model"
import { Menu, MenuHeading, MenuRule } from "./Menu"
import { ThemeChoice } from "./ThemeChoice"
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
      <MenuHeading>{t("theme.label")}</MenuHeading>
      <ThemeChoice />
      {children && <MenuRule />}
      {children}
    </Menu>
  )
}
