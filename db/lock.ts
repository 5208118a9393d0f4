import { createHash } from "node:crypto"
import fs from "node:fs"
import { createServer } from "node:net"
import path from "node:path"
import {
  holderOf,
  type Lease,
  LeaseTaken,
  ownLease,
  readLease,
  type Timing,
  takeLease,
  usualTiming,
} from "./lease"

/** Somebody else has the folder open. The message names the folder and, where known, the process. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse"
}

interface LockSettings {
  readonly timing?: Timing
  /** Another has taken the folder over: nothing may be written to it any more. Ends the process unless told otherwise. */
  readonly onLost?: (by: FolderInUse) => void
}

/**
 * Takes a data folder for this process alone, until the returned function is called or the process ends, however
 * it ends. Throws FolderInUse when another process has it, also one in another container or on another machine.
 */
export async function lockFolder(
  folder: string,
  { timing = usualTiming, onLost = endProcess }: LockSettings = {},
): Promise<() => Promise<void>> {
  fs.mkdirSync(folder, { recursive: true })
  const real = fs.realpathSync(folder)
  const file = path.join(real, "owner.json")
  const own = ownLease()
  const free = await holdName(real, file)
  try {
    const holder = await holderOf(file, own, timing)
    if (holder) throw inUse(real, holder)
    const giveBack = await takeLease(file, own, timing, (by) => onLost(inUse(real, by)))
    return async () => {
      giveBack()
      await free()
    }
  } catch (error) {
    await free()
    throw error instanceof LeaseTaken ? inUse(real, error.by) : error
  }
}

/**
 * An abstract socket's name has one holder and dies with it, so a killed owner leaves nothing to clean up. It is
 * seen only inside one network namespace, and on Linux: for all others there is the lease.
 */
function holdName(real: string, file: string): Promise<() => Promise<void>> {
  if (process.platform !== "linux") return Promise.resolve(holdByFile(real, file))
  const name = `\0binome-${createHash("sha256").update(real).digest("hex")}`
  const server = createServer((socket) => socket.destroy())
  server.unref()
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? inUse(real, readLease(file)) : error),
    )
    server.listen(name, () => resolve(() => new Promise((done) => server.close(() => done()))))
  })
}

/** Elsewhere than on Linux the file has to do on one machine too: an owner that is no longer running does not count. */
function holdByFile(real: string, file: string): () => Promise<void> {
  const owner = readLease(file)
  if (owner && owner.pid !== process.pid && isRunning(owner.pid)) throw inUse(real, owner)
  return async () => {}
}

function inUse(folder: string, owner: Pick<Lease, "pid" | "host"> | null): FolderInUse {
  const who = owner === null ? "another process" : `another process (${owner.pid} on ${owner.host})`
  return new FolderInUse(
    `The data folder ${folder} is in use by ${who}. Stop it first, or choose another folder.`,
  )
}

function endProcess(error: FolderInUse): void {
  console.error(`${error.message} This process was away too long, and ends.`)
  process.exit(1)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
