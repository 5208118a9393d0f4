"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { ask } from "../../../_sync/api"
import { useProblemToast } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"

interface Props {
  readonly project: string
  readonly member: { readonly id: string; readonly name: string }
  /** Oneself. */
  readonly self: boolean
}

/** Takes somebody out of the project, after saying what stays. */
export function LeaveButton({ project, member, self }: Props) {
  const t = useTranslations("members.leave")
  const router = useRouter()
  const sayProblem = useProblemToast()

  async function remove() {
    try {
      await ask("DELETE", `/api/projects/${project}/members/${member.id}`)
      if (self) router.push("/projects")
      else router.refresh()
    } catch (error) {
      sayProblem(error)
    }
  }

  const who = self ? "self" : "other"
  return (
    <ConfirmDialog
      title={t(`${who}.title`, { name: member.name })}
      confirm={t(`${who}.confirm`)}
      danger
      onConfirm={remove}
      trigger={
        <Button kind="bare" aria-label={t(`${who}.label`, { name: member.name })}>
          {t(`${who}.short`)}
        </Button>
      }
    >
      {t(`${who}.body`)}
    </ConfirmDialog>
  )
}
