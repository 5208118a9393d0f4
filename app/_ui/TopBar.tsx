import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { type Account, AccountMenu } from "./AccountMenu"
import { classes } from "./classes"
import { LanguageSwitch } from "./LanguageSwitch"
import { Logo } from "./Logo"
import { type Tab, Tabs } from "./Tabs"

export interface Crumb {
  readonly label: string
  /** The last one is where one is, and needs none. */
  readonly href?: string
}

interface Props {
  readonly home?: string
  readonly crumbs?: readonly Crumb[]
  readonly tabs?: readonly Tab[]
  /** Between the tabs and the language: presence, saved or not, search. */
  readonly end?: ReactNode
  readonly account?: Account
  /** Items of the account's menu. */
  readonly accountItems?: ReactNode
  /** Without a line below: where nobody is signed in. */
  readonly plain?: boolean
}

/** Where one is, where one may go, and who one is. */
export function TopBar({ home, crumbs = [], tabs, end, account, accountItems, plain }: Props) {
  const t = useTranslations("common")
  return (
    <header className={classes("top", plain && "plain")}>
      <Logo href={home} />
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} label={t("crumbs")} />}
      {tabs && tabs.length > 0 && <Tabs label={t("screens")} tabs={tabs} />}
      <div className="end">
        {end}
        <LanguageSwitch />
        {account && <AccountMenu account={account}>{accountItems}</AccountMenu>}
      </div>
    </header>
  )
}

function Crumbs({ crumbs, label }: { readonly crumbs: readonly Crumb[]; readonly label: string }) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {crumbs.map((crumb, place) => {
          const current = place === crumbs.length - 1 ? "page" : undefined
          return (
            <li key={place}>
              {crumb.href && !current ? (
                <Link href={crumb.href}>{crumb.label}</Link>
              ) : (
                <span aria-current={current}>{crumb.label}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
