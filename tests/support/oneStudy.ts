import { test as base } from "@playwright/test"
import { type LiveServer, startLiveServer } from "./liveServer"
import { makeStudy, type Study } from "./study"

interface OneStudy {
  readonly server: LiveServer
  readonly study: Study
}

/**
 * Tests on one server and one study for all files that use it: each makes a source of its own, and leaves no trace in
 * what others look at. Two of a file, and two files, are as far from each other as two sources are.
 */
export const test = base.extend<object, { shared: OneStudy }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are needed.
    async ({}, use) => {
      const server = await startLiveServer()
      await use({ server, study: await makeStudy(server) })
      await server.stop()
    },
    { scope: "worker", timeout: 180_000 },
  ],
})
