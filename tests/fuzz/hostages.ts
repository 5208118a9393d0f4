import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import type { CanarySong } from "./canary"
import type { VictimState } from "./victim"

/** The server under siege and the canary in it, each a process of its own. */
export interface Hostages {
  readonly port: number
  /** Null once the server has died. */
  readonly state: () => Promise<VictimState | null>
  /** What the canary heard since it was last asked. */
  readonly song: () => Promise<CanarySong>
  readonly release: () => Promise<void>
}

export async function takeHostages({ inMemory }: { readonly inMemory: boolean }): Promise<Hostages> {
  const victim = start("victim.ts", inMemory ? ["--in-memory"] : [])
  const { port } = await answerOf<{ port: number }>(victim)
  const canary = start("canary.ts", [String(port)])
  await answerOf(canary)
  return {
    port,
    state: () =>
      victim.connected ? ask<VictimState>(victim, "state").catch(() => null) : Promise.resolve(null),
    song: () => ask<CanarySong>(canary, "song"),
    release: async () => {
      await Promise.all([end(canary), end(victim)])
    },
  }
}

function start(file: string, args: readonly string[]): ChildProcess {
  return fork(join(import.meta.dirname, file), args, {
    execArgv: ["--import", "tsx", "--expose-gc"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
}

function ask<T>(child: ChildProcess, message: string): Promise<T> {
  const answer = answerOf<T>(child)
  child.send(message)
  return answer
}

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error("it has died"))
    child.once("exit", died)
    child.once("message", (answer) => {
      child.off("exit", died)
      resolve(answer as T)
    })
  })
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  child.disconnect()
  return ended
}
