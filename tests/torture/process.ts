/** The bare server as a process that is killed and started again on one folder and one port. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { layDatabase } from "../support/bornFolder"
import { shortLife } from "../support/shortLife"
import type { BareServerSays } from "./bareServer"
import { bundleBareServer } from "./bundle"

export interface Victim {
  readonly address: string
  readonly first: BareServerSays
  /** kill −9; resolves when it is gone. */
  readonly kill: () => Promise<void>
  /** Resolves when it is gone, by whatever hand. */
  readonly ended: () => Promise<void>
  readonly restart: (env?: Record<string, string>) => Promise<BareServerSays>
  readonly stop: () => Promise<void>
}

/**
 * On a folder of its own, or on one that is given and stays. `under` is a command that it is started by, with its
 * arguments.
 */
export async function startVictim({
  folder = null,
  settings = {},
  under = [],
}: {
  readonly folder?: string | null
  readonly settings?: Record<string, string>
  readonly under?: readonly string[]
} = {}): Promise<Victim> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), "binome-storm-")))
  if (folder === null) await layDatabase(dataDir)
  const program = await bundleBareServer()
  const start = (env: Record<string, string>) =>
    run(program.script, { ...settings, DATA_DIR: dataDir, ...env }, under)
  let running = start({ PORT: "0" })
  const first = await running.says
  const kill = async () => {
    running.child.kill("SIGKILL")
    await running.ended
  }
  return {
    address: `http://127.0.0.1:${first.port}`,
    first,
    kill,
    ended: () => running.ended,
    restart: (env = {}) => {
      running = start({ PORT: String(first.port), ...env })
      return running.says
    },
    stop: async () => {
      await kill()
      await rm(program.folder, { recursive: true, force: true })
      if (folder === null) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function run(
  script: string,
  env: Record<string, string>,
  under: readonly string[],
): {
  child: ChildProcess
  ended: Promise<void>
  says: Promise<BareServerSays>
} {
  const [command, ...args] = [...under, process.execPath, ...shortLife, script]
  const child = spawn(command!, args, {
    env: { ...process.env, LOG_LEVEL: "error", ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const says = new Promise<BareServerSays>((resolve, reject) => {
    let said = ""
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text
      if (said.endsWith("\n")) resolve(JSON.parse(said) as BareServerSays)
    })
    child.once("exit", () => reject(new Error(`the server ended before it listened: ${said}`)))
  })
  return { child, ended, says }
}
