import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Vitest begins with what is long to read. These are short to read and long to wait for: last, they would run alone. */
const longest = [
  "server/gate",
  "server/handInOffline",
  "server/torture",
  "server/transcribeKilled",
  "server/realDisk",
  "server/db/firstStart",
  "server/nonInterference",
  "server/process",
].map((name) => `/tests/${name}.test.ts`)

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
