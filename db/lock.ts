import { createHash } from "node:crypto"
import fs from "node:fs"
import { createServer } from "node:net"
import path from "node:path"

/** Somebody else has the folder open. The message names the folder and, where known, the process. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse"
}

/**
 * Takes a data folder for this process alone, until the returned function is called or the process ends, however
 * it ends. Throws FolderInUse when another process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  fs.mkdirSync(folder, { recursive: true })
  const real = fs.realpathSync(folder)
  const file = path.join(real, "owner.pid")
  const free = process.platform === "linux" ? await holdName(real, file) : holdByFile(real, file)
  fs.writeFileSync(file, String(process.pid))
  return async () => {
    fs.rmSync(file, { force: true })
    await free()
  }
}

/**
 * An abstract socket's name has one holder and dies with it, so a killed owner leaves nothing to clean up. It is
 * seen only inside one network namespace: two containers that share a volume are not kept apart by it.
 */
function holdName(real: string, file: string): Promise<() => Promise<void>> {
  const name = `\0binome-${createHash("sha256").update(real).digest("hex")}`
  const server = createServer((socket) => socket.destroy())
  server.unref()
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? inUse(real, ownerOf(file)) : error),
    )
    server.listen(name, () => resolve(() => new Promise((done) => server.close(() => done()))))
  })
}

/** Elsewhere than on Linux the file alone has to do: an owner that is no longer running does not count. */
function holdByFile(real: string, file: string): () => Promise<void> {
  const owner = ownerOf(file)
  if (owner !== null && owner !== process.pid && isRunning(owner)) throw inUse(real, owner)
  return async () => {}
}

function inUse(folder: string, owner: number | null): FolderInUse {
  const who = owner === null ? "another process" : `another process (${owner})`
  return new FolderInUse(
    `The data folder ${folder} is in use by ${who}. Stop it first, or choose another folder.`,
  )
}

function ownerOf(file: string): number | null {
  try {
    return Number.parseInt(fs.readFileSync(file, "utf8"), 10) || null
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
