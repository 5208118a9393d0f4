import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Short to read and long to wait for: begun last, as vitest would by their length, they would run alone in the end. */
const longest = [
  "server/gate",
  "server/handInOffline",
  "server/torture",
  "server/transcribeKilled",
  "server/realDisk",
  "server/db/firstStart",
  "server/process",
].map((name) => `/tests/${name}.test.ts`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((end) => moduleId.endsWith(end))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
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
          // What is pure leaves nothing behind: these files share their processes, which load each module once.
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
          // As tests/support/shortLife.ts has it.
          execArgv: ["--liftoff-only"],
        },
      },
    ],
  },
})
