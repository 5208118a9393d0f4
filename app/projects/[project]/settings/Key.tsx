"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useCallback, useEffect, useState } from "react"
import { Section } from "../../../_frame/Section"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { IconButton } from "../../../_ui/IconButton"
import { Alert } from "../../../_ui/States"
import { useTypedConfirm } from "../../../_ui/useTypedConfirm"

interface Named {
  readonly id: string
  readonly name: string
  readonly stands: string
  readonly since: string
}

interface Props {
  readonly project: { readonly id: string; readonly name: string }
}

/** The key of pseudonyms: shown when it is asked for, and destroyed for good. */
export function Key({ project }: Props) {
  const t = useTranslations("pseudonyms.key")
  const sentence = useProblem()
  const [key, setKey] = useState<readonly Named[] | null>(null)
  const [shown, setShown] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const path = `/api/projects/${project.id}/pseudonyms`
  const look = useCallback(async () => {
    try {
      setKey((await ask<{ pseudonyms: readonly Named[] }>("GET", path)).pseudonyms)
      setFailed(null)
    } catch (error) {
      setFailed(sentence(error))
    }
  }, [path, sentence])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; what changes it looks again
  useEffect(() => void look(), [])
  return (
    <Section title={t("title")} lead={t("lead")}>
      {failed && <Alert>{failed}</Alert>}
      {key?.length === 0 && <p className="q2 prose">{t("empty")}</p>}
      {key && key.length > 0 && (
        <>
          <div className="row">
            <span className="q2 grow">{t("names", { count: key.length })}</span>
            <Button kind="bare" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {t(shown ? "hide" : "show")}
            </Button>
            <Destroy {...{ project, path }} count={key.length} done={look} />
          </div>
          {shown && (
            <table className="name-key">
              <thead>
                <tr>
                  <th scope="col">{t("stands")}</th>
                  <th scope="col">{t("name")}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {key.map((named) => (
                  <Line key={named.id} {...{ named, path }} done={look} />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </Section>
  )
}

interface LineProps {
  readonly named: Named
  readonly path: string
  readonly done: () => void
}

function Line({ named, path, done }: LineProps) {
  const t = useTranslations("pseudonyms.key")
  const format = useFormatter()
  const { failed, change } = useChange({ done })
  const { id, name, stands, since } = named
  return (
    <tr>
      <td className="strong">{stands}</td>
      <td title={format.dateTime(new Date(since), { dateStyle: "medium" })}>
        {name}
        {failed && <Alert>{failed}</Alert>}
      </td>
      <td>
        <ConfirmDialog
          title={t("removeTitle", { name })}
          confirm={t("removeAct")}
          danger
          onConfirm={() => change(() => ask("DELETE", `${path}/${id}`))}
          trigger={<IconButton icon="trash" label={t("remove", { name })} />}
        >
          <p>{t("removeBody", { name, stands })}</p>
        </ConfirmDialog>
      </td>
    </tr>
  )
}

interface DestroyProps extends Props {
  readonly path: string
  readonly count: number
  readonly done: () => void
}

function Destroy({ project, path, count, done }: DestroyProps) {
  const t = useTranslations("pseudonyms.key")
  const common = useTranslations("common")
  const [open, setOpen] = useState(false)
  const { busy, failed, change } = useChange({
    done: () => {
      setOpen(false)
      done()
    },
  })
  const { field, button } = useTypedConfirm({
    label: t("type", { name: project.name }),
    name: project.name,
    confirm: t("destroy"),
    busy,
    onConfirm: (name) => change(() => ask("DELETE", path, { name })),
  })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("destroyTitle")}
      description={t("destroyBody", { count })}
      trigger={
        <Button kind="danger" icon="trash">
          {t("destroy")}
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
  )
}
