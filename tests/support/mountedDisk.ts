/** Disks that are really full and really read-only: small file systems, mounted for a test by whoever may mount one. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"

interface Mounted {
  /** The data folder on it. */
  readonly folder: string
  unmount(): void
}

export interface MemoryDisk extends Mounted {
  /** Leaves so many megabytes free and no more; none: not a byte. */
  fill(leave?: number): void
  makeRoom(): void
  /** Only while nobody has a file open to write. */
  makeReadOnly(): void
}

/** ext4 on a file, without a journal. */
export interface BlockDisk extends Mounted {
  /** Tells the kernel that the disk is broken: it takes nothing more, whoever has files open to write. */
  breakNow(): void
  /** What an operator does about it: unmounts, checks and mounts again. */
  repair(): void
}

const MB = 1024 * 1024

/** A disk of this size in memory; or why there is none. */
export function mountMemory(megabytes: number): MemoryDisk | string {
  const folder = mkdtempSync(join(tmpdir(), "binome-disk-"))
  const refused = attempt(() => run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder))
  if (refused) {
    rmdirSync(folder)
    return refused
  }
  const ballast = join(folder, "ballast")
  return {
    folder,
    fill(leave = 0) {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(bavail * bsize - leave * MB))
    },
    makeRoom: () => rmSync(ballast),
    makeReadOnly: () => run("mount", "-o", "remount,ro", folder),
    unmount: () => detach(folder),
  }
}

/** A disk of this size in a file; or why there is none. */
export function mountBlocks(megabytes: number): BlockDisk | string {
  // The file lies in memory: what is tried is the kernel, not the patience of the disk below.
  const memory = mountMemory(megabytes)
  if (typeof memory === "string") return memory
  const folder = mkdtempSync(join(tmpdir(), "binome-disk-"))
  const image = join(memory.folder, "image")
  let device = ""
  const mount = () => run("mount", "-o", "errors=remount-ro", device, folder)
  const refused = attempt(() => {
    run("truncate", `--size=${megabytes}M`, image)
    run("mkfs.ext4", "-q", "-O", "^has_journal", image)
    device = run("losetup", "--find", "--show", image).trim()
    mount()
  })
  const giveBack = () => {
    if (device) run("losetup", "--detach", device)
    memory.unmount()
  }
  if (refused) {
    giveBack()
    rmdirSync(folder)
    return refused
  }
  return {
    folder,
    breakNow: () => writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, "a test"),
    repair() {
      run("umount", folder)
      // It exits with 1 where it has mended something.
      attempt(() => run("fsck.ext4", "-p", device))
      mount()
    },
    unmount() {
      detach(folder)
      giveBack()
    },
  }
}

function detach(folder: string): void {
  run("umount", folder)
  rmdirSync(folder)
}

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
}

/** Null when it was done, else why not. */
function attempt(act: () => void): string | null {
  try {
    act()
    return null
  } catch (error) {
    return `this machine lets no disk be mounted (${(error as Error).message.split("\n").at(-2) ?? error})`
  }
}
