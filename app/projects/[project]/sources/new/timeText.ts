/** A place in the sound as 12:31 or 1:02:07. */
export function timeText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, "0")
  const hours = Math.floor(seconds / 3600)
  const end = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${end}` : end
}
