import { mkdir, readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type { Log } from "../sync/ports"
import { keepBackup } from "./keep"

interface Daily {
  readonly folder: string
  /** So many copies are kept; older ones are deleted. */
  readonly keep: number
  readonly make: () => AsyncIterable<Buffer>
  readonly now: () => Date
  readonly log: Log
}

const name = /^binome-\d{4}-\d\d-\d\d\.tar$/
const HOUR = 60 * 60 * 1000

/** Makes the copy of the day where there is none yet, and deletes those that are too many. */
export async function copyOfTheDay({ folder, keep, make, now }: Omit<Daily, "log">): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const today = `binome-${now().toISOString().slice(0, 10)}.tar`
  if (!(await readdir(folder)).includes(today)) await keepBackup(make(), join(folder, today))
  const copies = (await readdir(folder)).filter((each) => name.test(each)).sort()
  for (const old of copies.slice(0, Math.max(0, copies.length - keep))) await rm(join(folder, old))
}

/** Looks every hour; a copy that could not be made is tried again at the next. Returns what stops it. */
export function copyDaily(daily: Daily): () => void {
  let isRunning = false
  const look = async () => {
    if (isRunning) return
    isRunning = true
    try {
      await copyOfTheDay(daily)
    } catch (error) {
      daily.log.error({ error }, "the copy of the day could not be made")
    } finally {
      isRunning = false
    }
  }
  const timer = setInterval(look, HOUR)
  timer.unref()
  void look()
  return () => clearInterval(timer)
}
