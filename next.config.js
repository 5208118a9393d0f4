import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from "next/constants.js"

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
  // Read before the first request, so that what is built anew under a running server does not concern it. A test ends before.
  experimental: { preloadEntriesOnStart: process.env.BINOME_TEST !== "1" },
  // Loaded by the server and by pages: one copy (yjs counts them), and files of their own beside them (WebAssembly, workers).
  serverExternalPackages: ["yjs", "lib0", "y-protocols", "@electric-sql/pglite", "pg", "pino"],
  turbopack: { root: import.meta.dirname },
}

/** What is built has its words' place in it: whoever only serves it starts without the compiler that finds that place. */
export default async function configOf(phase) {
  if (phase !== PHASE_PRODUCTION_BUILD && phase !== PHASE_DEVELOPMENT_SERVER) return config
  const { default: createNextIntlPlugin } = await import("next-intl/plugin")
  return createNextIntlPlugin("./app/_i18n/request.ts")(config)
}
