/**
 * Faults of a disk, put where the server meets it: at node's calls. A real full or read-only file system needs the
 * right to mount one, which not every machine that runs the tests gives.
 */
import fs from "node:fs"
import { vi } from "vitest"

export type Fault = "ENOSPC" | "EROFS" | "EIO"

/** From now on the disk refuses to sync (and, but for EIO, to write) what lies below `folder`; until the returned function is called. */
export function breakDisk(folder: string, code: Fault): () => void {
  const fail = () => {
    throw Object.assign(new Error(`${code}: a fault made by a test`), { code, errno: -1 })
  }
  const { writeSync, fsyncSync, openSync } = fs
  const isBelow = (descriptor: number) => {
    try {
      return fs.readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(fs.realpathSync(folder))
    } catch {
      return false
    }
  }
  const spies = [
    vi.spyOn(fs, "fsyncSync").mockImplementation((descriptor) => {
      if (isBelow(descriptor)) fail()
      fsyncSync(descriptor)
    }),
    vi.spyOn(fs, "writeSync").mockImplementation(((descriptor: number, ...rest: unknown[]) => {
      if (code !== "EIO" && isBelow(descriptor)) fail()
      return (writeSync as (...all: unknown[]) => number)(descriptor, ...rest)
    }) as typeof fs.writeSync),
    vi.spyOn(fs, "openSync").mockImplementation((file, flags, mode) => {
      if (code === "EROFS" && String(file).startsWith(folder) && flags !== "r" && flags !== undefined) fail()
      return openSync(file, flags, mode)
    }),
  ]
  return () => {
    for (const spy of spies) spy.mockRestore()
  }
}
