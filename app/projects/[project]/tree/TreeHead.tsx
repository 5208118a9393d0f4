import { useTranslations } from "next-intl"
import { Button } from "../../../_ui/Button"
import { Switch } from "../../../_ui/Choice"
import { TextField } from "../../../_ui/Field"
import { IconButton } from "../../../_ui/IconButton"
import { Menu, MenuItem } from "../../../_ui/Menu"
import { useChord } from "../../../_ui/useChord"
import { levelOf } from "./levels"
import type { Shared } from "./shared"
import { useSuggestions } from "./useSuggestions"

interface Props extends Shared {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly below: boolean
  readonly onBelow: (below: boolean) => void
  /** What would be undone, in words; null: nothing. */
  readonly undoWhat: string | null
  readonly onUndo: () => void
  readonly offline: boolean
}

export function TreeHead(props: Props) {
  const { data, approach, ask, query, onQuery, below, onBelow, undoWhat, onUndo, offline } = props
  const t = useTranslations("tree")
  const suggestions = useSuggestions(data).length
  const nodes = [...data.nodes.values()]
  const codes = nodes.filter(({ code }) => code.codable).length
  const add = (codable: boolean) => ({
    label: t("add.title", { level: t(`levels.a.${levelOf(approach, codable, 0)}`) }),
    onSelect: () => ask({ what: "add", code: null, codable }),
  })
  return (
    <header className="tree-head">
      <div className="grow">
        <h1 className="title">{t("title")}</h1>
        <p className="q small num" role="status">
          {offline
            ? t("offline")
            : t("summary", {
                codes,
                categories: nodes.length - codes,
                sources: Object.keys(data.view.sources).length,
              })}
        </p>
      </div>
      <Switch label={t("below")} checked={below} onChange={(event) => onBelow(event.target.checked)} />
      <TextField
        label={t("search")}
        hideLabel
        type="search"
        icon="search"
        placeholder={t("search")}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onQuery("")}
      />
      <IconButton
        icon="undo"
        shortcut={useChord("Z")}
        label={undoWhat ? t("undo.label", { what: undoWhat }) : t("undo.nothing")}
        aria-disabled={undoWhat === null}
        onClick={() => undoWhat !== null && onUndo()}
      />
      {suggestions > 0 && (
        <Button icon="merge" onClick={() => ask({ what: "suggestions" })}>
          {t("suggestions.open")} <span className="count">{suggestions}</span>
        </Button>
      )}
      <Menu trigger={<Button icon="plus">{t("add.open")}</Button>}>
        {[false, true].map(add).map(({ label, onSelect }) => (
          <MenuItem key={label} onSelect={onSelect}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </header>
  )
}
