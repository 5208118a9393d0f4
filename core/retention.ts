/** Days on which something ends, as they are written: 2027-05-03. They compare as texts. */

/** The day of a moment, the same everywhere. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** The same day some months later; the last of the month where it has none. */
export function monthsLater(at: Date, months: number): string {
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dayOf(new Date(first.getTime() + (Math.min(at.getUTCDate(), last) - 1) * DAY_MS))
}

/** Whether a day is so near that people should be told of it. */
export function isSoon(day: string, now: Date): boolean {
  return day <= dayOf(new Date(now.getTime() + WARNING_DAYS * DAY_MS))
}

const DAY_MS = 24 * 60 * 60 * 1000
const WARNING_DAYS = 30
