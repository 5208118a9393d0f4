"use client"

import { useLocale, useTranslations } from "next-intl"
import type { Overview } from "../../../../server/queries/overview"
import { Button, ButtonLink } from "../../../_ui/Button"
import { Menu, MenuItem } from "../../../_ui/Menu"

interface Props {
  readonly overview: Pick<Overview, "id" | "name" | "question">
  readonly mayChange: boolean
  readonly mayExport: boolean
}

/** The project's name and question; what one may add to it or take from it. */
export function Head({ overview, mayChange, mayExport }: Props) {
  const t = useTranslations("overview")
  const language = useLocale()
  const { id, name, question } = overview
  // The answer is a file: the page stays where it is.
  const download = (format: string) => location.assign(`/api/projects/${id}/export?format=${format}`)
  return (
    <div className="page-head">
      <h1 className="title">{name}</h1>
      <p className="q grow">{question}</p>
      {mayExport && (
        <Menu
          trigger={
            <Button kind="bare" icon="download">
              {t("export.label")}
            </Button>
          }
        >
          <MenuItem icon="file" onSelect={() => download(`docx&lang=${language}`)}>
            {t("export.docx")}
          </MenuItem>
          <MenuItem icon="columns" onSelect={() => download("json")}>
            {t("export.json")}
          </MenuItem>
        </Menu>
      )}
      {mayChange && (
        <ButtonLink icon="plus" href={`/projects/${id}/sources/new`}>
          {t("addSource")}
        </ButtonLink>
      )}
    </div>
  )
}
