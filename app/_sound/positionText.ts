/** A place in a recording as it is written: 12:31, 1:02:05. */
export function positionText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const two = (value: number) => String(value).padStart(2, "0")
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}

/** How long a recording is, to the nearest second. */
export function lengthText(ms: number): string {
  return positionText(Math.round(ms / 1000) * 1000)
}

/** A place to the tenth of a second, with the language's sign before it: 12:31,4. */
export function exactText(ms: number, decimal: string): string {
  const tenths = Math.round(Math.max(0, ms) / 100)
  return `${positionText(tenths * 100)}${decimal}${tenths % 10}`
}
