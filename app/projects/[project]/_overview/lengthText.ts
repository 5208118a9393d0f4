/** A length of sound as 31:07 or 1:12:40; nothing where it is not known. */
export function lengthText(ms: number | null): string {
  if (ms === null) return "–"
  const seconds = Math.round(ms / 1000)
  const two = (value: number) => String(value).padStart(2, "0")
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const end = `${two(minutes)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${end}` : end
}
