/**
 * First names as they are used on the day, by the letters that stand for them everywhere else. They are kept in this
 * browser alone, under the member's name so that signing out wipes them (B6), for a day at most; no document and no
 * request ever holds one.
 */
import { firstNamesAt, isFirstNames } from "./names"

export type FirstNames = Readonly<Record<string, string>>

interface KeptNames {
  readonly at: number
  readonly names: FirstNames
}

const KEPT_MS = 24 * 60 * 60_000
export const LONGEST_FIRST_NAME = 30

export function readFirstNames(member: string, source: string): FirstNames {
  return read(firstNamesAt(member, source))?.names ?? {}
}

export function keepFirstNames(member: string, source: string, names: FirstNames): void {
  const some = Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ""))
  const kept: KeptNames = { at: Date.now(), names: some }
  if (Object.keys(some).length === 0) wipeFirstNames(member, source)
  else small((storage) => storage.setItem(firstNamesAt(member, source), JSON.stringify(kept)))
}

export function wipeFirstNames(member: string, source: string): void {
  small((storage) => storage.removeItem(firstNamesAt(member, source)))
}

/** Wipes those of any event, of whoever, that have stood here for a day. */
export function sweepFirstNames(): void {
  const keys = small((storage) => Object.keys(storage).filter(isFirstNames)) ?? []
  for (const key of keys) if (!read(key)) small((storage) => storage.removeItem(key))
}

/** Null where they are too old, or are none. */
function read(key: string): KeptNames | null {
  try {
    const kept = JSON.parse(small((storage) => storage.getItem(key)) ?? "null") as KeptNames | null
    return kept && Math.abs(Date.now() - kept.at) < KEPT_MS ? kept : null
  } catch {
    return null
  }
}

/** The small storage, where this browser lends one. */
function small<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}
