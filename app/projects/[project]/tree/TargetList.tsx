"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useId, useState } from "react"
import { Icon } from "../../../_ui/Icon"
import { variables } from "../../../_ui/Marks"
import { named, type Target } from "./targets"

interface Props {
  readonly label: string
  readonly targets: readonly Target[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  /** Enter on what is chosen. */
  readonly onTake: () => void
}

/** A list that what is typed above it makes shorter; arrows choose, Enter takes. */
export function TargetList({ label, targets, chosen, onChoose, onTake }: Props) {
  const t = useTranslations("tree")
  const id = useId()
  const [query, setQuery] = useState("")
  const shown = named(targets, query)
  const at = shown.findIndex((target) => target.id === chosen)

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))]
      if (next) show(next.id)
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault()
      onTake()
    }
  }
  function show(target: string) {
    onChoose(target)
    document.getElementById(`${id}-${target}`)?.scrollIntoView({ block: "nearest" })
  }
  return (
    <div className="targets stack">
      <span className="field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          placeholder={t("search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </span>
      <div role="listbox" id={`${id}-list`} aria-label={label} className="target-list">
        {shown.map((target) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field above.
          <div
            key={target.id}
            id={`${id}-${target.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={target.id === chosen}
            style={variables({ d: query === "" ? target.depth : 0 })}
            onClick={() => onChoose(target.id)}
            onDoubleClick={onTake}
          >
            {target.name}
          </div>
        ))}
        {shown.length === 0 && (
          <div className="q" role="option" tabIndex={-1} aria-selected={false} aria-disabled>
            {t("noTarget")}
          </div>
        )}
      </div>
    </div>
  )
}
