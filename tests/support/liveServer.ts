/** The real server over a folder of its own, to be spoken with, killed and started again. */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { layDatabase } from "./bornFolder"
import { startServer, type TestServer } from "./testServer"

export interface LiveServer {
  readonly address: string
  readonly dataDir: string
  /** kill −9, and the same folder opened again at the same address; with other variables where they are given. */
  killAndRestart(env?: Record<string, string>): Promise<void>
  /** kill −9; the folder is nobody's until `restart`. */
  kill(): Promise<void>
  restart(env?: Record<string, string>): Promise<void>
  /** Resolves when it has ended, by whatever hand. */
  ended(): Promise<void>
  /** Waits until it has ended by itself, and opens the same folder again. */
  restartAfterItsEnd(env?: Record<string, string>): Promise<void>
  stop(): Promise<void>
  /** What it printed since it was last started. */
  output(): string
}

export async function startLiveServer(
  options: Pick<Parameters<typeof startServer>[0], "env" | "args" | "node"> = {},
): Promise<LiveServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "binome-live-"))
  await layDatabase(dataDir)
  let running: TestServer = await startServer({ dataDir, ...options })
  const address = running.origin
  const again = async (env: Record<string, string>) => {
    const all = { ...options.env, ...env, PORT: new URL(address).port }
    running = await startServer({ dataDir, ...options, env: all })
  }
  return {
    address,
    dataDir,
    output: () => running.output(),
    async kill() {
      await running.end("SIGKILL")
    },
    restart: (env = {}) => again(env),
    async ended() {
      await running.ended
    },
    async killAndRestart(env = {}) {
      await running.end("SIGKILL")
      await again(env)
    },
    async restartAfterItsEnd(env = {}) {
      await running.ended
      await again(env)
    },
    async stop() {
      await running.end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
