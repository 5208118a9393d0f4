/**
 * `npm run audit`: whether a package that we ship is known to be unsafe (high or critical). Fails for that alone: a
 * registry that cannot be asked, or answers no such question, is said and no failure.
 */
import { spawnSync } from "node:child_process"

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8", timeout: 60_000 })
const found = countsOf(stdout ?? "")
if (!found) {
  console.log("The registry could not be asked about unsafe packages.")
} else {
  const { high = 0, critical = 0, total = 0 } = found
  console.log(`Packages known to be unsafe: ${total}, of them high ${high}, critical ${critical}.`)
  process.exitCode = high + critical > 0 ? 1 : 0
}

function countsOf(json) {
  try {
    return JSON.parse(json).metadata.vulnerabilities
  } catch {
    return null
  }
}
