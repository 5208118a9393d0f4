"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { Frame } from "../_frame/Frame"
import type { KeptText } from "../_sync/keptText"
import { themeCookie, themeFrom } from "../_theme/theme"
import { AppShell } from "../_ui/AppShell"
import { Skeleton } from "../_ui/States"
import { TopBar } from "../_ui/TopBar"
import { Desk } from "../projects/[project]/sources/[source]/code/Desk"
import type { KeptLive } from "../projects/[project]/sources/[source]/live/keptLive"
import { Live } from "../projects/[project]/sources/[source]/live/Live"
import "../_guide/printed.css"
import "../_ui/onPaper.css"
import "../projects/[project]/sources/[source]/live/live.css"
import "../projects/[project]/sources/[source]/live/event.css"
import { Transcribe } from "../projects/[project]/sources/[source]/transcribe/Transcribe"
import { type Found, findDesk, type OpenedDesk } from "./findDesk"
import { NeedsNetwork } from "./NeedsNetwork"

/** Without a network: the desk, the transcript or the live notes that the address names, where this browser keeps it; else a sentence. */
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
  if (found.text) return <OfflineText kept={found.text} />
  if (found.live) return <OfflineLive kept={found.live} />
  if (found.desk) return <OfflineDesk desk={found.desk} />
  return <NeedsNetwork desks={found.others} texts={found.texts} lives={found.lives} />
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

function OfflineText({ kept }: { readonly kept: KeptText }) {
  const t = useTranslations("common.tabs")
  const { account, project, projectName, source, title, side, codes } = kept
  const place = `/projects/${project}`
  useEffect(() => {
    document.title = `${title} · Binôme`
  }, [title])
  return (
    <Frame
      fill
      caller={account}
      side={side}
      crumbs={[{ label: projectName, href: place }, { label: title }]}
      tabs={[
        ...(codes ? [{ href: `${place}/sources/${source}/code`, label: t("code") }] : []),
        { href: `${place}/sources/${source}/transcribe`, label: t("transcribe") },
      ]}
    >
      <Transcribe about={kept} />
    </Frame>
  )
}

function OfflineLive({ kept }: { readonly kept: KeptLive }) {
  const t = useTranslations("common.tabs")
  const { account, project, projectName, source, title } = kept
  const place = `/projects/${project}`
  useEffect(() => {
    document.title = `${title} · Binôme`
  }, [title])
  return (
    <Frame
      fill
      caller={account}
      crumbs={[{ label: projectName, href: place }, { label: title }]}
      tabs={[{ href: `${place}/sources/${source}/live`, label: t("live") }]}
    >
      <Live about={kept} offset={kept.offset} />
    </Frame>
  )
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}
