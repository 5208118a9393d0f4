"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import { useEffect, useRef } from "react"
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
  const row = useInSight(current?.href)
  return (
    <nav ref={row} className={classes("tabs", inside && "inside")} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab === current ? "page" : undefined}>
          {tab.label}
          {tab.count ? <span className={classes("count", tab.hot && "hot")}>{tab.count}</span> : null}
        </Link>
      ))}
    </nav>
  )
}

/** Where there is room for some of them only, the current one is among these. */
function useInSight(current: string | undefined) {
  const row = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another element then
  useEffect(() => {
    const shown = row.current?.getBoundingClientRect()
    const link = row.current?.querySelector("[aria-current]")?.getBoundingClientRect()
    if (!row.current || !shown || !link) return
    if (link.left >= shown.left && link.right <= shown.right) return
    row.current.scrollLeft += link.left - shown.left - (shown.width - link.width) / 2
  }, [current])
  return row
}

function path({ href }: Tab): string {
  return href.split(/[?#]/)[0] ?? href
}
