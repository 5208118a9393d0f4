import { useTranslations } from "next-intl"
import type { ProjectRole } from "../../../core/model"

/** The project and the role of an invitation, and what the role means. */
export function InvitedTo({ project, role }: { readonly project: string; readonly role: ProjectRole }) {
  const t = useTranslations("signin.invitation")
  return (
    <div className="stack">
      <p className="q2">{t("lead")}</p>
      <p className="title">{project}</p>
      <p className="q2">{t("as", { role })}</p>
      <p className="small q">{t(`roleMeans.${role}`)}</p>
    </div>
  )
}
