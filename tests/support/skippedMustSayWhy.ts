import type { Reporter, TestModule } from "vitest/node"

/**
 * Fails a run in which a test was skipped without a word why: `context.skip("because …")` says it, or a suite whose
 * title says "(skipped: …)".
 */
export default class SkippedMustSayWhy implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      for (const test of module.children.allTests("skipped")) {
        const result = test.result()
        const note = result.state === "skipped" ? result.note : undefined
        const inTitle = /\(skipped: ([^)]+)\)/.exec(test.fullName)?.[1]
        const why = note ?? inTitle
        console.log(`skipped: ${test.fullName}: ${why ?? "no reason given"}`)
        if (!why) process.exitCode = 1
      }
    }
  }
}
