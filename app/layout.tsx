import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import { NextIntlClientProvider } from "next-intl"
import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { services } from "../server/services"
import { WipeLeavers } from "./_device/WipeLeavers"
import { OneWindow } from "./_sync/Outgoing"
import { themeCookie, themeFrom } from "./_theme/theme"
import { Providers } from "./_ui/Providers"
import "./globals.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common")
  return {
    title: { default: "Binôme", template: "%s · Binôme" },
    description: t("description"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
    icons: "/icon.svg",
    manifest: "/manifest.webmanifest",
  }
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfbf9" },
    { media: "(prefers-color-scheme: dark)", color: "#17181a" },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = themeFrom((await cookies()).get(themeCookie)?.value)
  const { build } = services()
  return (
    // The reader may change data-theme before React looks at it again.
    <html
      lang={await getLocale()}
      data-theme={theme}
      data-build={build ?? undefined}
      suppressHydrationWarning
    >
      <body>
        <NextIntlClientProvider>
          <Providers>
            <OneWindow>{children}</OneWindow>
            <WipeLeavers />
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
