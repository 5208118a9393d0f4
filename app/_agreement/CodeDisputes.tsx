"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { Menu, MenuHeading, MenuLink } from "../_ui/Menu"
import { disputesOf } from "./disputes"
import type { Read } from "./read"

/** How many disagreements a code has, and the way to them: straight, or by a choice of sources. */
export function CodeDisputes({ code, read }: { readonly code: string; readonly read: Read }) {
  const t = useTranslations("agreement.disputes")
  const disputes = disputesOf(code, read)
  const count = disputes.reduce((sum, each) => sum + each.count, 0)
  const open = disputes.filter((each) => each.href !== null)
  const closed = count - open.reduce((sum, each) => sum + each.count, 0)
  const name = read.names.code(code)
  if (open.length === 0) return <span className="num">{count}</span>
  const shown = (
    <>
      <span aria-hidden="true">{count}</span>
      <span className="vh">{t("ofCode", { count, code: name })}</span>
    </>
  )
  if (open.length === 1 && disputes.length === 1)
    return (
      <Link className="link num disputes" href={open[0]!.href!}>
        {shown}
      </Link>
    )
  return (
    <Menu
      trigger={
        <button type="button" className="link num disputes">
          {shown}
        </button>
      }
    >
      {open.map(({ source, title, count, href }) => (
        <MenuLink key={source} href={href!}>
          {t("inSource", { source: title, count })}
        </MenuLink>
      ))}
      {closed > 0 && <MenuHeading>{t("elsewhere", { count: closed })}</MenuHeading>}
    </Menu>
  )
}
