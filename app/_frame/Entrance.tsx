import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { LanguageSwitch } from "../_ui/LanguageSwitch"
import { Logo } from "../_ui/Logo"
import { ThemeSwitch } from "./ThemeSwitch"
import { TwoReadings } from "./TwoReadings"
import "./entrance.css"

/** The frame of the pages that somebody meets before being in: sign-in, first account, invitation. */
export function Entrance({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("signin")
  return (
    <div className="entrance">
      <header>
        <Logo />
        <div className="row">
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
        <figure>
          <TwoReadings />
          <figcaption>{t.rich("motto", { br: () => <br /> })}</figcaption>
        </figure>
      </main>
      <footer className="small q">{t("foot")}</footer>
    </div>
  )
}
