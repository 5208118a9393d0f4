"use client"

import { useTranslations } from "next-intl"
import type { Side } from "../../../../core/model"
import { Who } from "../../../_ui/Who"
import { useHere } from "./useHere"

interface Props {
  readonly project: string
  readonly me: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly side: Side | null }[]
}

/** Who else looks at this project now. */
export function Here({ project, me, people }: Props) {
  const t = useTranslations("overview")
  const here = useHere(project)
  const others = people.filter(({ id }) => id !== me && here.has(id))
  if (others.length === 0) return null
  return (
    <ul className="here" aria-label={t("here")}>
      {others.map(({ id, name, side }) => (
        <li key={id}>
          <Who side={side ?? "s"} name={t("isHere", { name })} />
        </li>
      ))}
    </ul>
  )
}
