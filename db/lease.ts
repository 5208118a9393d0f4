import { createHash } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"

/** Who has the folder, as a file in it says to those who cannot see the process: other containers, other machines. */
export interface Lease {
  readonly pid: number
  readonly host: string
  /** This start of the machine and its network: within one, the socket of lock.ts is the better witness. */
  readonly place: string
  /** Tells two starts in one place apart. */
  readonly start: string
}

export interface Timing {
  /** How often a holder shows that it is alive. */
  readonly beatMs: number
  /** A lease of another place that shows nothing for so long is nobody's. */
  readonly watchMs: number
}

export const usualTiming: Timing = { beatMs: 2_000, watchMs: 10_000 }

/** So long after its last beat there is no need to watch a lease. */
const COLD_MS = 60_000

export function ownLease(): Lease {
  return { pid: process.pid, host: os.hostname(), place: here(), start: `${process.pid}-${Date.now()}` }
}

/** Whose the folder is: another's lease that is alive; null when there is none. Takes `watchMs` where it has to watch. */
export async function holderOf(file: string, own: Lease, { watchMs }: Timing): Promise<Lease | null> {
  const found = readLease(file)
  // Of a holder in this very place the socket would have told.
  if (found === null || found.place === own.place || isCold(file)) return null
  const before = beatOf(file)
  for (const end = performance.now() + watchMs; performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, watchMs / 20))
    const now = readLease(file)
    if (now === null) return null
    if (beatOf(file) !== before || now.start !== found.start) return now
  }
  return null
}

/**
 * Takes the lease and shows every `beatMs` that its holder lives; `onLost` hears that another has taken it, as may
 * happen to who slept for long. Throws the other's lease when two took it at once. Returns what gives it back.
 */
export async function takeLease(
  file: string,
  own: Lease,
  { beatMs }: Timing,
  onLost: (by: Lease | null) => void,
): Promise<() => void> {
  const part = `${partsOf(file, own)}${own.start}`
  fs.writeFileSync(part, JSON.stringify(own), { mode: 0o600 })
  fs.renameSync(part, file)
  await new Promise((resolve) => setTimeout(resolve, beatMs / 20))
  const taken = readLease(file)
  if (taken?.start !== own.start) throw new LeaseTaken(taken)
  sweepParts(file, own)
  const timer = setInterval(() => {
    const now = readLease(file)
    if (now?.start === own.start) beat(file)
    else {
      clearInterval(timer)
      onLost(now)
    }
  }, beatMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    if (readLease(file)?.start === own.start) fs.rmSync(file, { force: true })
  }
}

/** How what one of this place writes is called until it has the lease's name. */
function partsOf(file: string, { place }: Lease): string {
  return `${file}.${createHash("sha256").update(place).digest("hex").slice(0, 12)}-`
}

/** Removes what others of this place left who were killed between two steps. Those of other places may be writing. */
function sweepParts(file: string, own: Lease): void {
  const folder = path.dirname(file)
  const parts = path.basename(partsOf(file, own))
  for (const name of fs.readdirSync(folder))
    if (name.startsWith(parts)) fs.rmSync(path.join(folder, name), { force: true })
}

export class LeaseTaken extends Error {
  override readonly name = "LeaseTaken"
  constructor(readonly by: Lease | null) {
    super("somebody else took the lease at the same moment")
  }
}

function here(): string {
  try {
    const start = fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
    return `${start} ${fs.readlinkSync("/proc/self/ns/net")}`
  } catch {
    return os.hostname() // elsewhere than on Linux
  }
}

/** What a file says of who has the folder; null where it says nothing that can be read. */
export function readLease(file: string): Lease | null {
  try {
    const read = JSON.parse(fs.readFileSync(file, "utf8")) as Partial<Lease>
    return typeof read.pid === "number" && typeof read.start === "string" ? (read as Lease) : null
  } catch {
    return null
  }
}

const beatOf = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** A full or failing disk says nothing of who holds the folder. */
function beat(file: string): void {
  try {
    const now = new Date()
    fs.utimesSync(file, now, now)
  } catch {}
}

/** By the clock of the folder's own file system: those of two machines may differ. */
function isCold(file: string): boolean {
  const trial = `${file}.now`
  try {
    fs.writeFileSync(trial, "")
    return fs.statSync(trial).mtimeMs - beatOf(file) > COLD_MS
  } catch {
    return false
  } finally {
    fs.rmSync(trial, { force: true })
  }
}
