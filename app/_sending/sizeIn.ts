/** A number of bytes in the greatest unit that keeps it above one. */
export function sizeIn(bytes: number): {
  readonly value: number
  readonly unit: "kilobyte" | "megabyte" | "gigabyte"
} {
  if (bytes >= 1e9) return { value: bytes / 1e9, unit: "gigabyte" }
  if (bytes >= 1e6) return { value: bytes / 1e6, unit: "megabyte" }
  return { value: bytes / 1e3, unit: "kilobyte" }
}
