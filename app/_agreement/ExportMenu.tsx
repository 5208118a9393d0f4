"use client"

import { useLocale, useTranslations } from "next-intl"
import { asQuery } from "../../core/agreement/project/query"
import { Button } from "../_ui/Button"
import { Menu, MenuItem, MenuRule } from "../_ui/Menu"
import type { Read } from "./read"
import { exportAddress } from "./useExport"

/** Everything that is shown, as files. */
export function ExportMenu({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement.export")
  const language = useLocale()
  const { project, answer, take } = read
  const query = asQuery(answer.asked)
  const json = `/api/projects/${project}/agreement${query && `?${query}`}`
  return (
    <Menu trigger={<Button icon="download">{t("act")}</Button>}>
      <MenuItem icon="columns" onSelect={() => take(exportAddress(read, "xlsx", language))}>
        {t("xlsx")}
      </MenuItem>
      <MenuItem icon="columns" onSelect={() => take(exportAddress(read, "csv", language))}>
        {t("csv")}
      </MenuItem>
      <MenuItem icon="chart" onSelect={() => take(exportAddress(read, "r", language))}>
        {t("r")}
      </MenuItem>
      <MenuItem icon="file" onSelect={() => take(json)}>
        {t("json")}
      </MenuItem>
      <MenuRule />
      <MenuItem icon="file" onSelect={() => print()}>
        {t("print")}
      </MenuItem>
    </Menu>
  )
}
