import { defineConfig } from "vitest/config"
import LongestFirst from "./tests/support/longestFirst"
import { shortLife } from "./tests/support/shortLife"

export default defineConfig({
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    reporters: ["default", "./tests/support/skippedMustSayWhy.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "core",
          include: ["tests/core/**/*.test.ts"],
          // What is pure leaves nothing behind: one process for all these files, which loads each module once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/core/**", "tests/e2e/**", "node_modules/**"],
          globalSetup: "tests/support/postgres.ts",
          execArgv: [...shortLife],
        },
      },
    ],
  },
})
