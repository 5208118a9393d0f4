"use client"

import { useTranslations } from "next-intl"
import type { ProjectRole, Side } from "../../core/model"
import { Select } from "../_ui/Field"
import { Who } from "../_ui/Who"

interface Props {
  readonly members: readonly { readonly id: string; readonly name: string; readonly role: ProjectRole }[]
  /** A, then B; at most two. */
  readonly coders: readonly string[]
  readonly onChange: (coders: string[]) => void
}

/** One or two of a project's members who may code. */
export function CoderChoice({ members, coders, onChange }: Props) {
  const t = useTranslations("source.coders")
  const able = members.filter(({ role }) => role === "owner" || role === "coder")
  const [a = "", b = ""] = coders
  const choose = (side: Side, id: string) => {
    const chosen = side === "a" ? [id, b === id ? a : b] : [a === id ? b : a, id]
    onChange(chosen.filter((each) => each !== ""))
  }
  return (
    <div className="stack loose">
      {(["a", "b"] as const).map((side) => (
        <div className="row" key={side}>
          <Who
            side={side}
            name={able.find(({ id }) => id === (side === "a" ? a : b))?.name ?? side}
            size="big"
            silent
          />
          <div className="grow">
            <Select
              label={t(side)}
              hideLabel
              value={side === "a" ? a : b}
              required={side === "a"}
              disabled={side === "b" && a === ""}
              onChange={(event) => choose(side, event.currentTarget.value)}
            >
              <option value="">{t(side === "a" ? "nobodyYet" : "alone")}</option>
              {able.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
        </div>
      ))}
    </div>
  )
}
