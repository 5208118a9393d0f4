/** Run by silence.test.ts as a process of its own: begins to make a recording silent, and ends in the middle of it. */
import { existsSync } from "node:fs"
import { setTimeout as later } from "node:timers/promises"
import { silence } from "../../server/sound/ffmpeg"

const [from, to] = process.argv.slice(2) as [string, string]
silence(from, to, "audio/ogg", [{ startMs: 0, endMs: 1000 }]).catch(() => {})
while (!existsSync(to)) await later(10)
console.log("begun")
process.stdin.once("data", () => process.exit(0))
