"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import type { FormEvent } from "react"
import { approaches } from "../../../core/model"
import { ask } from "../../_sync/api"
import { leaving, useChange } from "../../_sync/useChange"
import { Button, ButtonLink } from "../../_ui/Button"
import { ChoiceCards } from "../../_ui/Choice"
import { TextArea, TextField } from "../../_ui/Field"
import { Alert } from "../../_ui/States"

/** Name, question and approach; then on to the empty project. */
export function NewProject() {
  const t = useTranslations("projects")
  const router = useRouter()
  const { busy, failed, change } = useChange()

  function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = Object.fromEntries(new FormData(event.currentTarget))
    void change(async () => {
      const { id } = await ask<{ id: string }>("POST", "/api/projects", body)
      router.push(`/projects/${id}`)
      return leaving
    })
  }

  return (
    <form className="stack loose" method="post" onSubmit={create}>
      <div className="form">
        <TextField
          label={t("new.name")}
          hint={t("new.nameHint")}
          name="name"
          required
          maxLength={200}
          pattern=".*\S.*"
          autoFocus
        />
        <TextArea
          label={t("new.question")}
          hint={t("new.questionHint")}
          name="question"
          maxLength={5000}
          rows={2}
        />
      </div>
      <fieldset className="stack">
        <legend className="strong">{t("new.approach")}</legend>
        <p className="small q prose">{t("new.approachHint")}</p>
        <ChoiceCards
          label={t("new.approach")}
          name="approach"
          required
          options={approaches.map((value) => ({
            value,
            label: t(`approach.${value}.name`),
            hint: t(`approach.${value}.hint`),
          }))}
        />
      </fieldset>
      {failed && <Alert>{failed}</Alert>}
      <div className="form-end">
        <ButtonLink kind="bare" href="/projects">
          {t("new.cancel")}
        </ButtonLink>
        <Button type="submit" kind="primary" busy={busy}>
          {t("new.create")}
        </Button>
      </div>
    </form>
  )
}
