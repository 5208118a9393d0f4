"use client"

import { useTranslations } from "next-intl"
import { Section } from "../../../_frame/Section"
import { ask } from "../../../_sync/api"
import { leaving, useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { Alert } from "../../../_ui/States"
import { useTypedConfirm } from "../../../_ui/useTypedConfirm"

interface Props {
  readonly project: { readonly id: string; readonly name: string }
}

/** Deletes the project once its name has been typed: what goes with it does not come back. */
export function DeleteProject({ project }: Props) {
  const t = useTranslations("safety.deletion")
  const common = useTranslations("common")
  const { busy, failed, change } = useChange()
  const { field, button } = useTypedConfirm({
    label: t("type", { name: project.name }),
    name: project.name,
    confirm: t("act"),
    busy,
    onConfirm: (name) =>
      change(async () => {
        await ask("DELETE", `/api/projects/${project.id}`, { name })
        // Nothing of it is kept on this page or behind it.
        location.assign("/projects")
        return leaving
      }),
  })

  return (
    <Section title={t("title")} lead={t("lead")}>
      <p className="q2 prose">{t("before")}</p>
      <div>
        <Dialog
          title={t("of", { name: project.name })}
          description={t("lead")}
          trigger={
            <Button kind="danger" icon="trash">
              {t("act")}
            </Button>
          }
          footer={
            <>
              <DialogClose>
                <Button kind="bare">{common("cancel")}</Button>
              </DialogClose>
              {button}
            </>
          }
        >
          {field}
          {failed && <Alert>{failed}</Alert>}
        </Dialog>
      </div>
    </Section>
  )
}
