import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { classes } from "./classes"

interface Props {
  readonly top: ReactNode
  /**
   * Exactly as high as the window, for a desk whose columns scroll by themselves. The page then brings its own
   * `<main id="main" tabIndex={-1}>`, because panels stand beside it.
   */
  readonly fill?: boolean
  readonly children: ReactNode
}

/** The frame of a page: a way past the header, the header, and what the page is about. */
export function AppShell({ top, fill, children }: Props) {
  const t = useTranslations("common")
  return (
    <div className={classes("shell", fill && "fill")}>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      {top}
      {fill ? (
        children
      ) : (
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      )}
    </div>
  )
}
