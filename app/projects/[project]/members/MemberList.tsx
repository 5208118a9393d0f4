"use client"

import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { type ProjectRole, projectRoles } from "../../../../core/model"
import type { MemberEntry } from "../../../../server/queries/members"
import { ask } from "../../../_sync/api"
import { useProblemToast } from "../../../_sync/useProblem"
import { Select } from "../../../_ui/Field"
import { useToast } from "../../../_ui/Toasts"
import { Who } from "../../../_ui/Who"
import { LeaveButton } from "./LeaveButton"

interface Props {
  readonly project: string
  readonly me: string
  readonly members: readonly MemberEntry[]
  /** Those who left: their work stays, so their names do. */
  readonly left: readonly { readonly id: string; readonly name: string; readonly role: ProjectRole }[]
  readonly mayChange: boolean
}

/** Who is in the project, as what; and who was. */
export function MemberList({ project, me, members, left, mayChange }: Props) {
  const t = useTranslations("members")
  const format = useFormatter()
  return (
    <ul className="lines members">
      {members.map(({ id, name, email, role, joinedAt }) => (
        <li key={id}>
          <Who side="s" name={name} size="big" silent />
          <span className="who-is">
            <span className="strong">{name}</span> {id === me && <span className="q">{t("you")}</span>}
            <span className="small q2 stack">
              {t("since", { email, day: format.dateTime(new Date(joinedAt), "day") })}
            </span>
          </span>
          {mayChange ? (
            <RoleSelect project={project} member={{ id, name, role }} />
          ) : (
            <span className="q2">{t(`role.${role}`)}</span>
          )}
          {(mayChange || id === me) && (
            <LeaveButton project={project} member={{ id, name }} self={id === me} />
          )}
        </li>
      ))}
      {left.map(({ id, name, role }) => (
        <li key={id} className="q">
          <Who side="s" name={name} size="big" silent />
          <span className="who-is">
            {name}
            <span className="small stack">{t("left")}</span>
          </span>
          <span>{t(`role.${role}`)}</span>
        </li>
      ))}
    </ul>
  )
}

interface RoleProps {
  readonly project: string
  readonly member: { readonly id: string; readonly name: string; readonly role: ProjectRole }
}

function RoleSelect({ project, member: { id, name, role } }: RoleProps) {
  const t = useTranslations("members")
  const router = useRouter()
  const say = useToast()
  const sayProblem = useProblemToast()
  const [chosen, setChosen] = useState(role)

  async function change(next: ProjectRole) {
    setChosen(next)
    try {
      await ask("PATCH", `/api/projects/${project}/members/${id}`, { role: next })
      say(t("changed", { name, role: t(`role.${next}`) }))
      router.refresh()
    } catch (error) {
      setChosen(role)
      sayProblem(error)
    }
  }

  return (
    <Select
      label={t("roleOf", { name })}
      hideLabel
      value={chosen}
      onChange={(event) => void change(event.currentTarget.value as ProjectRole)}
    >
      {projectRoles.map((each) => (
        <option key={each} value={each}>
          {t(`role.${each}`)}
        </option>
      ))}
    </Select>
  )
}
