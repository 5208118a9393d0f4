"use client"

import { useTranslations } from "next-intl"
import { memo } from "react"
import type { CodeId } from "../../../../../../core/model"
import { classes } from "../../../../../_ui/classes"
import { Icon } from "../../../../../_ui/Icon"
import { IconButton } from "../../../../../_ui/IconButton"
import { Kbd } from "../../../../../_ui/Kbd"
import { Swatch, variables } from "../../../../../_ui/Marks"
import type { ListedCode } from "./codeList"

interface Props {
  readonly code: ListedCode
  readonly count: number
  readonly chosen: boolean
  readonly closed: boolean
  /** For a category: opens and closes what lies under it. */
  readonly toggle: ((code: CodeId) => void) | null
  readonly press: (code: ListedCode) => void
  /** For one's own new codes alone. */
  readonly edit: ((code: ListedCode) => void) | null
}

export const CodeLine = memo(function CodeLine({ code, count, chosen, closed, toggle, press, edit }: Props) {
  const t = useTranslations("desk.codes")
  const { id, name, depth, digit, codable, own, colour } = code
  return (
    <li
      className={classes(!codable && "category", own && "own")}
      style={variables({ d: depth })}
      data-code={id}
    >
      <div className={classes("line", chosen && "chosen")}>
        <span className="twist" aria-hidden="true">
          {toggle && <Icon name={closed ? "chevronRight" : "chevronDown"} />}
        </span>
        {!codable && <Swatch colour={colour} />}
        <button
          type="button"
          className="name"
          title={name}
          aria-expanded={toggle ? !closed : undefined}
          aria-keyshortcuts={digit ? String(digit) : undefined}
          // What is selected stays selected under the press.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => (toggle ? toggle(id) : press(code))}
        >
          {name}
        </button>
        {edit && (
          <IconButton icon="edit" label={t("edit", { name })} className="edit" onClick={() => edit(code)} />
        )}
        {digit && <Kbd>{digit}</Kbd>}
        <span className="n num" title={t("count", { count })}>
          {count}
        </span>
      </div>
    </li>
  )
})
