import { useTranslations } from "next-intl"
import { ButtonLink } from "../_ui/Button"
import { EmptyState } from "../_ui/States"

/** Before anything is revealed: what will be here, and nothing of what anybody does (B1, B9). */
export function NothingYet({ project }: { readonly project: string }) {
  const t = useTranslations("agreement.nothing")
  return (
    <div className="main narrow">
      <EmptyState
        centred
        title={t("title")}
        action={<ButtonLink href={`/projects/${project}`}>{t("back")}</ButtonLink>}
      >
        {t("body")}
      </EmptyState>
    </div>
  )
}
