"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Overview, SourceOverview } from "../../../../server/queries/overview"
import { IconButton } from "../../../_ui/IconButton"
import { Menu, MenuItem, MenuLink, MenuRule } from "../../../_ui/Menu"
import { AssignCoders } from "./AssignCoders"
import { AttachRecording } from "./AttachRecording"
import { DeleteSource } from "./DeleteSource"
import { KeepRecording } from "./KeepRecording"
import { SourceSettings } from "./SourceSettings"

interface Props {
  readonly project: string
  readonly source: SourceOverview
  readonly members: Overview["members"]
}

/** What the owner of a project may change about a source. */
export function SourceActs({ project, source, members }: Props) {
  const t = useTranslations("overview")
  const [asked, setAsked] = useState<"coders" | "settings" | "recording" | "keep" | "delete" | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <Menu trigger={<IconButton icon="more" label={t("acts.label", { title: source.title })} />}>
        <MenuItem icon="settings" onSelect={() => setAsked("settings")}>
          {t("acts.settings")}
        </MenuItem>
        <MenuItem icon="people" onSelect={() => setAsked("coders")}>
          {t("acts.coders")}
        </MenuItem>
        <MenuLink icon="clock" href={`/projects/${project}/sources/${source.id}/live`}>
          {t("acts.live")}
        </MenuLink>
        <MenuLink icon="split" href={`/projects/${project}/sources/${source.id}/passages`}>
          {t("acts.passages")}
        </MenuLink>
        {!source.codingOpened && (
          <MenuLink icon="edit" href={`/projects/${project}/sources/${source.id}/transcribe`}>
            {t("acts.transcribe")}
          </MenuLink>
        )}
        <MenuItem icon="sound" onSelect={() => setAsked("recording")}>
          {t(source.hasRecording ? "acts.otherRecording" : "acts.recording")}
        </MenuItem>
        {source.hasRecording && (
          <MenuItem icon="clock" onSelect={() => setAsked("keep")}>
            {t("acts.keep")}
          </MenuItem>
        )}
        <MenuRule />
        <MenuLink icon="minus" href={`/projects/${project}/sources/${source.id}/erase`}>
          {t("acts.erase")}
        </MenuLink>
        <MenuItem icon="trash" danger onSelect={() => setAsked("delete")}>
          {t("acts.delete")}
        </MenuItem>
      </Menu>
      {asked === "settings" && <SourceSettings source={source} close={close} />}
      {asked === "coders" && <AssignCoders source={source} members={members} close={close} />}
      {asked === "recording" && <AttachRecording project={project} source={source} close={close} />}
      {asked === "keep" && <KeepRecording source={source} close={close} />}
      {asked === "delete" && <DeleteSource source={source} close={close} />}
    </>
  )
}
