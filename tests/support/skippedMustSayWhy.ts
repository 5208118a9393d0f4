import type { Reporter, TestModule } from "vitest/node"

/** Fails a run in which a test was skipped without a word why: `context.skip("because …")` says it. */
export default class SkippedMustSayWhy implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      for (const test of module.children.allTests("skipped")) {
        const result = test.result()
        const note = result.state === "skipped" ? result.note : undefined
        console.log(`skipped: ${test.fullName}: ${note ?? "no reason given"}`)
        if (!note) process.exitCode = 1
      }
    }
  }
}
