"use client"

import { useTranslations } from "next-intl"
import type { FormEvent, ReactNode } from "react"
import type { ProjectSettings } from "../../../../server/queries/project"
import { Section } from "../../../_frame/Section"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { Alert } from "../../../_ui/States"
import { useToast } from "../../../_ui/Toasts"
import { useStayWarning } from "../../../_ui/useStayWarning"
import { changesIn } from "./changesIn"

interface Props {
  readonly title: string
  /** As they stand on the server. */
  readonly settings: ProjectSettings
  /** As they stand on the screen: this section's part of them. */
  readonly asked: Partial<Omit<ProjectSettings, "id">>
  readonly children: ReactNode
}

/** A section whose changes are sent together: only what differs, and nothing while nothing does. */
export function Changes({ title, settings, asked, children }: Props) {
  const t = useTranslations("projectSettings")
  const common = useTranslations("common")
  const say = useToast()
  const { busy, failed, change } = useChange({ done: () => say(t("saved")) })
  const changes = changesIn(settings, asked)
  const changed = Object.keys(changes).length > 0
  useStayWarning(changed)

  function save(event: FormEvent) {
    event.preventDefault()
    if (changed) void change(() => ask("PATCH", `/api/projects/${settings.id}`, changes))
  }

  return (
    <Section title={title}>
      <form className="stack loose" onSubmit={save}>
        {children}
        {failed && <Alert>{failed}</Alert>}
        <div className="form-end">
          {changed && <span className="small q2">{t("unsaved")}</span>}
          <Button type="submit" busy={busy} disabled={!changed}>
            {common("save")}
          </Button>
        </div>
      </form>
    </Section>
  )
}
