"use client"

import { useTranslations } from "next-intl"
import type { GuideLine } from "../../../../core/guide"
import { IconButton } from "../../../_ui/IconButton"
import { Menu, MenuItem, MenuRule } from "../../../_ui/Menu"

interface Props {
  readonly line: GuideLine
  readonly isFirst: boolean
  readonly move: (by: -1 | 1) => void
  readonly turn: (is: GuideLine["is"]) => void
  readonly addPrompt: () => void
  readonly openOrigin: () => void
  readonly remove: () => void
}

/** What keys do, for who has none, and where a question comes from. */
export function LineMenu({ line, isFirst, move, turn, addPrompt, openOrigin, remove }: Props) {
  const t = useTranslations("guide")
  const isQuestion = line.is === "question"
  return (
    <Menu
      trigger={
        <IconButton icon="more" label={line.text === "" ? t("menuEmpty") : t("menu", { text: line.text })} />
      }
    >
      {isQuestion && <MenuItem onSelect={openOrigin}>{t("origin.act")}</MenuItem>}
      {isQuestion && <MenuItem onSelect={addPrompt}>{t("addPrompt")}</MenuItem>}
      <MenuItem icon="arrowUp" onSelect={() => move(-1)}>
        {t("up")}
      </MenuItem>
      <MenuItem icon="arrowDown" onSelect={() => move(1)}>
        {t("down")}
      </MenuItem>
      {isQuestion ? (
        <MenuItem disabled={isFirst} onSelect={() => turn("prompt")}>
          {t("toPrompt")}
        </MenuItem>
      ) : (
        <MenuItem onSelect={() => turn("question")}>{t("toQuestion")}</MenuItem>
      )}
      <MenuRule />
      <MenuItem icon="trash" onSelect={remove}>
        {t("remove")}
      </MenuItem>
    </Menu>
  )
}
