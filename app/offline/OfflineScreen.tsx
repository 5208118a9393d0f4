"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { Frame } from "../_frame/Frame"
import { themeCookie, themeFrom } from "../_theme/theme"
import { AppShell } from "../_ui/AppShell"
import { Skeleton } from "../_ui/States"
import { TopBar } from "../_ui/TopBar"
import { Desk } from "../projects/[project]/sources/[source]/code/Desk"
import { type Found, findDesk, type OpenedDesk } from "./findDesk"
import { NeedsNetwork } from "./NeedsNetwork"

/** Without a network: the desk that the address names, where this browser keeps it; else a sentence. */
export function OfflineScreen() {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    document.documentElement.dataset.theme = themeFrom(cookie(themeCookie))
    void findDesk(location.pathname).then(setFound)
  }, [])
  if (!found) {
    return (
      <AppShell top={<TopBar plain />}>
        <Skeleton lines={6} />
      </AppShell>
    )
  }
  return found.desk ? <OfflineDesk desk={found.desk} /> : <NeedsNetwork desks={found.others} />
}

function OfflineDesk({ desk: { kept, transcript } }: { readonly desk: OpenedDesk }) {
  const t = useTranslations("common.tabs")
  const { account, projectName, owner, seen } = kept
  const { id, project, title } = seen.source
  const place = `/projects/${project}`
  useEffect(() => {
    document.title = `${title} · Binôme`
  }, [title])
  const side = seen.coders.find((coder) => coder.id === account.id)?.side
  return (
    <Frame
      fill
      caller={account}
      {...(side ? { side } : {})}
      crumbs={[{ label: projectName, href: place }, { label: title }]}
      tabs={[
        { href: `${place}/sources/${id}/code`, label: t("code") },
        { href: `${place}/sources/${id}/review`, label: t("review") },
      ]}
      end={<span id="desk-sync" />}
    >
      <Desk
        account={account}
        projectName={projectName}
        owner={owner}
        initial={seen}
        transcript={transcript}
        at={null}
      />
    </Frame>
  )
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}
