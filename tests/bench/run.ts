/**
 * `npm run bench`: everything, or the parts named after it (`npm run bench -- engine`; `npm run bench:editor`: desk and editor). Each thing is timed in turns
 * with a yardstick of the same size, so that a noisy machine slows both; compare within one run only.
 */
import { benchAgreement } from "./agreement"
import { benchDesk } from "./desk"
import { benchEditor } from "./editor"
import { benchEngine } from "./engine"

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  engine: benchEngine,
  agreement: benchAgreement,
  desk: benchDesk,
  editor: benchEditor,
}
const asked = process.argv.slice(2)
for (const [name, run] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await run()
