import { useTranslations } from "next-intl"
import { Button } from "../../../_ui/Button"
import { IconButton } from "../../../_ui/IconButton"
import { Swatch } from "../../../_ui/Marks"
import { Menu, MenuHeading, MenuItem, MenuLink, MenuRule } from "../../../_ui/Menu"
import type { PanelProps } from "./CodePanel"
import { levelOf } from "./levels"

/** Quiet, and apart from the coders' blue and ochre and from the plum of disagreements. */
export const palette = [
  { name: "slate", colour: "#5f7d95" },
  { name: "mauve", colour: "#8a5b7c" },
  { name: "green", colour: "#5d8a5a" },
  { name: "gold", colour: "#a08544" },
  { name: "teal", colour: "#4f8c8c" },
  { name: "brick", colour: "#a3604f" },
  { name: "violet", colour: "#6f6aa8" },
  { name: "stone", colour: "#7f7a70" },
] as const

/** What can be done to a node as a whole. */
export function PanelActs({ node, data, approach, acts, ask, project }: PanelProps) {
  const t = useTranslations("tree")
  const { id, name, codable, removed } = node.code
  const depth = data.above(id).length + 1
  if (removed) return <Button onClick={() => void acts.write(id, "removed", false)}>{t("putBack")}</Button>
  return (
    <div className="row">
      <Menu trigger={<IconButton icon="plus" label={t("add.under", { name })} />}>
        {[false, true].map((kind) => (
          <MenuItem key={String(kind)} onSelect={() => ask({ what: "add", code: id, codable: kind })}>
            {t("add.title", { level: t(`levels.a.${levelOf(approach, kind, depth)}`) })}
          </MenuItem>
        ))}
      </Menu>
      <Menu trigger={<IconButton icon="more" label={t("panel.more", { name })} />}>
        <MenuItem icon="tree" shortcut="F6" onSelect={() => ask({ what: "move", code: id })}>
          {t("move.open")}
        </MenuItem>
        <MenuItem icon="merge" onSelect={() => ask({ what: "merge", code: id, with: null })}>
          {t("merge.open")}
        </MenuItem>
        <MenuLink icon="memo" href={`/projects/${project}/memos?code=${encodeURIComponent(id)}`}>
          {t("memos")}
        </MenuLink>
        {!codable && (
          <>
            <MenuRule />
            <MenuHeading>{t("colour.title")}</MenuHeading>
            {palette.map(({ name, colour }) => (
              <MenuItem key={colour} onSelect={() => void acts.write(id, "colour", colour)}>
                <Swatch colour={colour} /> {t(`colour.${name}`)}
              </MenuItem>
            ))}
            <MenuItem onSelect={() => void acts.write(id, "colour", null)}>
              <Swatch colour={null} /> {t("colour.none")}
            </MenuItem>
          </>
        )}
        <MenuRule />
        <MenuItem icon="trash" danger onSelect={() => ask({ what: "remove", code: id })}>
          {t("remove.open")}
        </MenuItem>
      </Menu>
    </div>
  )
}
