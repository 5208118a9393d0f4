import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "node_modules/**"],
    globalSetup: "tests/support/postgres.ts",
    maxWorkers: 2,
    reporters: ["default", "./tests/support/skippedMustSayWhy.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
