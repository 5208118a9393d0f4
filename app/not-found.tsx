import { useTranslations } from "next-intl"
import { AppShell } from "./_ui/AppShell"
import { ButtonLink } from "./_ui/Button"
import { EmptyState } from "./_ui/States"
import { TopBar } from "./_ui/TopBar"

/** Missing and refused read alike (B13). */
export default function NotFound() {
  const t = useTranslations("errors.missing")
  return (
    <AppShell top={<TopBar plain />}>
      <EmptyState centred title={t("title")} action={<ButtonLink href="/">{t("action")}</ButtonLink>}>
        {t("body")}
      </EmptyState>
    </AppShell>
  )
}
