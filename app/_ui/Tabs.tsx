"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import { classes } from "./classes"

export interface Tab {
  readonly href: string
  readonly label: string
  readonly count?: number
  /** The count is of open disagreements. */
  readonly hot?: boolean
  /** Current only at exactly this address, not below it. */
  readonly exact?: boolean
}

interface Props {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** On a line of its own in a page, rather than in the header. */
  readonly inside?: boolean
}

/** Screens beside each other, as links; the longest address that matches is the current one. */
export function Tabs({ label, tabs, inside }: Props) {
  const here = usePathname()
  const current = tabs
    .filter((tab) =>
      tab.exact ? here === path(tab) : here === path(tab) || here.startsWith(`${path(tab)}/`),
    )
    .sort((x, y) => y.href.length - x.href.length)[0]
  return (
    <nav className={classes("tabs", inside && "inside")} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab === current ? "page" : undefined}>
          {tab.label}
          {tab.count ? <span className={classes("count", tab.hot && "hot")}>{tab.count}</span> : null}
        </Link>
      ))}
    </nav>
  )
}

function path({ href }: Tab): string {
  return href.split(/[?#]/)[0] ?? href
}
