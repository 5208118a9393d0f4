"use client"

import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { type ProjectRole, projectRoles } from "../../../../core/model"
import { CopyLine } from "../../../_frame/CopyLine"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { useProblemToast } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { Select, TextField } from "../../../_ui/Field"
import { Alert } from "../../../_ui/States"

interface Invitation {
  readonly id: string
  readonly email: string | null
  readonly role: ProjectRole
  readonly expiresAt: string
}

interface Props {
  readonly project: string
  /** Made earlier and still good; their links are not known any more. */
  readonly open: readonly Invitation[]
}

/** Makes links by which others join, one a person; each is shown once. */
export function Invitations({ project, open }: Props) {
  const t = useTranslations("members")
  const format = useFormatter()
  const [made, setMade] = useState<(Invitation & { readonly link: string }) | null>(null)
  const { busy, failed, change } = useChange()

  function invite(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    void change(async () => {
      setMade(await ask("POST", `/api/projects/${project}/members`, Object.fromEntries(new FormData(form))))
      form.reset()
    })
  }

  const earlier = open.filter(({ id }) => id !== made?.id)
  return (
    <section className="stack loose" aria-labelledby="invite">
      <div>
        <h2 className="lead" id="invite">
          {t("invite.title")}
        </h2>
        <p className="q2 prose">{t("invite.lead")}</p>
      </div>
      <form className="inviting" onSubmit={invite}>
        <TextField
          label={t("invite.email")}
          aside={<span className="small q">{t("invite.emailHint")}</span>}
          name="email"
          type="email"
          autoComplete="off"
        />
        <Select label={t("invite.role")} name="role" defaultValue="coder">
          {projectRoles.map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </Select>
        <Button type="submit" kind="primary" busy={busy}>
          {t("invite.make")}
        </Button>
      </form>
      {failed && <Alert>{failed}</Alert>}
      {made && (
        <div className="stack" role="status">
          <CopyLine label={t("invite.link")} text={made.link} />
          <p className="small q2 prose">
            {t("invite.once", {
              role: t(`role.${made.role}`),
              day: format.dateTime(new Date(made.expiresAt), "day"),
            })}
          </p>
        </div>
      )}
      {earlier.length > 0 && (
        <div className="stack">
          <h3 className="strong">{t("open.title")}</h3>
          <ul className="lines">
            {earlier.map((invitation) => (
              <OpenInvitation key={invitation.id} project={project} invitation={invitation} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function OpenInvitation({
  project,
  invitation,
}: {
  readonly project: string
  readonly invitation: Invitation
}) {
  const t = useTranslations("members")
  const format = useFormatter()
  const router = useRouter()
  const sayProblem = useProblemToast()
  const { id, email, role, expiresAt } = invitation
  const takeBack = () =>
    ask("DELETE", `/api/projects/${project}/invitations/${id}`).then(() => router.refresh(), sayProblem)
  return (
    <li className="row wrap">
      <span className="grow">
        {email ?? t("open.anybody")} <span className="q">{t(`role.${role}`)}</span>
      </span>
      <span className="small q">
        {t("open.until", { day: format.dateTime(new Date(expiresAt), "shortDay") })}
      </span>
      <Button kind="bare" onClick={takeBack}>
        {t("open.takeBack")}
      </Button>
    </li>
  )
}
