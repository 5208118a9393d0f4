import type { ByteRange } from "../recordings"

/**
 * The stretch of bytes that a Range header asks for: null for the whole (no header, several stretches, or one not
 * understood, which HTTP says to ignore), "none" where it begins beyond the end.
 */
export function readRange(header: string | undefined, length: number): ByteRange | null | "none" {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? []
  if (first === undefined || last === undefined || (first === "" && last === "")) return null
  if (first === "") {
    const count = Math.min(Number(last), length)
    return count === 0 ? "none" : { start: length - count, end: length - 1 }
  }
  const start = Number(first)
  const end = last === "" ? length - 1 : Math.min(Number(last), length - 1)
  if (last !== "" && Number(last) < start) return null
  return start >= length ? "none" : { start, end }
}
