"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { Section } from "../../../_frame/Section"
import { ask } from "../../../_sync/api"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { TextField } from "../../../_ui/Field"
import { Alert } from "../../../_ui/States"

interface Props {
  readonly project: { readonly id: string; readonly name: string }
}

/** Deletes the project once its name has been typed: what goes with it does not come back. */
export function DeleteProject({ project }: Props) {
  const t = useTranslations("safety.deletion")
  const common = useTranslations("common")
  const sentence = useProblem()
  const [typed, setTyped] = useState("")
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  async function remove() {
    setBusy(true)
    setFailed(null)
    try {
      await ask("DELETE", `/api/projects/${project.id}`, { name: typed })
      // Nothing of it is kept on this page or behind it.
      location.assign("/projects")
    } catch (error) {
      setFailed(sentence(error))
      setBusy(false)
    }
  }

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
              <Button
                kind="danger"
                busy={busy}
                disabled={typed.trim() !== project.name.trim()}
                onClick={() => void remove()}
              >
                {t("act")}
              </Button>
            </>
          }
        >
          <TextField
            label={t("type", { name: project.name })}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {failed && <Alert>{failed}</Alert>}
        </Dialog>
      </div>
    </Section>
  )
}
