"use client"

import { useTranslations } from "next-intl"
import { ButtonLink } from "../../../../../_ui/Button"
import { EmptyState } from "../../../../../_ui/States"
import type { DeskSource } from "./deskSource"

/** In place of the desk while the words under it change: where one goes meanwhile. */
export function BeingCorrected({ source }: { readonly source: DeskSource["source"] }) {
  const t = useTranslations("desk.corrected")
  return (
    <main id="main" className="main narrow" tabIndex={-1}>
      <EmptyState
        centred
        title={t("title")}
        action={
          <ButtonLink
            kind="primary"
            icon="edit"
            href={`/projects/${source.project}/sources/${source.id}/transcribe`}
          >
            {t("go")}
          </ButtonLink>
        }
      >
        {t("body")}
      </EmptyState>
    </main>
  )
}
