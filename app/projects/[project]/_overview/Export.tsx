"use client"

import { useLocale, useTranslations } from "next-intl"
import { useState } from "react"
import { ask } from "../../../_sync/api"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { Menu, MenuItem } from "../../../_ui/Menu"
import { useToast } from "../../../_ui/Toasts"

interface Standing {
  readonly names: number
  readonly sources: readonly string[]
  readonly elsewhere: boolean
}

/** Takes the project out as a file; says first which names of the key would go out with it. */
export function Export({ project }: { readonly project: string }) {
  const t = useTranslations("overview.export")
  const warn = useTranslations("pseudonyms.export")
  const language = useLocale()
  const say = useToast()
  const sentence = useProblem()
  const [held, setHeld] = useState<{ readonly format: string; readonly standing: Standing } | null>(null)
  // The answer is a file: the page stays where it is.
  const download = (format: string) => location.assign(`/api/projects/${project}/export?format=${format}`)

  async function take(format: string) {
    try {
      const standing = await ask<Standing>("GET", `/api/projects/${project}/pseudonyms/standing`)
      if (standing.names === 0) download(format)
      else setHeld({ format, standing })
    } catch (error) {
      say(sentence(error))
    }
  }

  const places = held && [...held.standing.sources, ...(held.standing.elsewhere ? [warn("elsewhere")] : [])]
  return (
    <>
      <Menu
        trigger={
          <Button kind="bare" icon="download">
            {t("label")}
          </Button>
        }
      >
        <MenuItem icon="file" onSelect={() => take(`docx&lang=${language}`)}>
          {t("docx")}
        </MenuItem>
        <MenuItem icon="columns" onSelect={() => take("json")}>
          {t("json")}
        </MenuItem>
      </Menu>
      {held && places && (
        <ConfirmDialog
          open
          onOpenChange={() => setHeld(null)}
          title={warn("title", { count: held.standing.names })}
          confirm={warn("act")}
          onConfirm={() => download(held.format)}
        >
          <p>{warn("where", { places: places.join(", ") })}</p>
          <p>{warn("body")}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
