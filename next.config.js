import createNextIntlPlugin from "next-intl/plugin"

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts")

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  devIndicators: false,
  // These load files of their own beside themselves (WebAssembly, workers), which a bundle would lose.
  serverExternalPackages: ["@electric-sql/pglite", "pg", "pino"],
  turbopack: { root: import.meta.dirname },
}

export default withNextIntl(config)
