/** The real server as its own process, to be signed in to, spoken with and killed. */
import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

const root = join(import.meta.dirname, "../..")

export interface LiveServer {
  readonly address: string
  /** kill −9, and the same folder opened again. */
  killAndRestart(): Promise<void>
  stop(): Promise<void>
  /** What it printed since it was last started. */
  output(): string
  readonly pid: () => number
}

/** Starts the built app over a folder of its own (or the one given). Needs `npm run build`. */
export async function startLiveServer(
  options: {
    readonly dataDir?: string
    readonly env?: Record<string, string>
    readonly args?: readonly string[]
  } = {},
): Promise<LiveServer> {
  const dist = process.env.BINOME_DIST || ".next"
  if (!existsSync(join(root, dist, "BUILD_ID")))
    throw new Error(`${dist} is not built: run \`npm run build\` first`)
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "binome-live-")))
  let running = await launch(dataDir, options, 0)
  const port = Number(new URL(running.address).port)
  return {
    address: running.address,
    pid: () => running.child.pid!,
    output: () => running.output(),
    async killAndRestart() {
      running.child.kill("SIGKILL")
      await ended(running.child)
      running = await launch(dataDir, options, port)
    },
    async stop() {
      running.child.kill("SIGTERM")
      await ended(running.child)
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(
  dataDir: string,
  options: Parameters<typeof startLiveServer>[0] & object,
  port: number,
) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", ...(options.args ?? [])], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      BINOME_TEST: "1",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let printed = ""
  const address = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer) => {
      printed += data.toString()
      const found = /^Binôme: (\S+)$/m.exec(printed)
      // The lines after the address (the first account's link) come with it.
      if (found) setTimeout(() => resolve(found[1]!), 150)
    }
    child.stdout!.on("data", read)
    child.stderr!.on("data", read)
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)))
  })
  return { child, address, output: () => printed }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once("exit", () => resolve()))
}
