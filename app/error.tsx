"use client"

import { useTranslations } from "next-intl"
import { Button, ButtonLink } from "./_ui/Button"
import { ErrorState } from "./_ui/States"

/** A page failed to draw: says that nothing handed in is lost, and offers to try again. */
export default function PageError({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}) {
  const t = useTranslations("errors.page")
  return (
    <ErrorState
      centred
      title={t("title")}
      action={
        <>
          <Button kind="primary" onClick={reset}>
            {t("retry")}
          </Button>
          <ButtonLink kind="bare" href="/">
            {t("home")}
          </ButtonLink>
        </>
      }
    >
      <p>{t("body")}</p>
      {error.digest && <p className="small q">{t("reference", { digest: error.digest })}</p>}
    </ErrorState>
  )
}
