import createNextIntlPlugin from "next-intl/plugin"

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts")

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // A second tree of built files beside the first: a development server while another runs.
  distDir: process.env.BINOME_DIST || ".next",
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run types` checks them, once, with the rest of the tree.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // These load files of their own beside themselves (WebAssembly, workers), which a bundle would lose.
  serverExternalPackages: ["@electric-sql/pglite", "pg", "pino"],
  turbopack: { root: import.meta.dirname },
}

export default withNextIntl(config)
