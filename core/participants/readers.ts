/** Numbers, days and answers as people write them in a table. */
import { folded, meant } from "./words"

const MOST = 1e12

/** With a comma or a point, digits in threes set apart by spaces, its unit behind it; null for what is no number. */
export function readNumber(text: string, unit = ""): number | null {
  const said = text.trim()
  const bare = unit !== "" && said.endsWith(unit) ? said.slice(0, -unit.length).trim() : said
  const digits = bare.replace("−", "-").replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(\D|$))/gu, "")
  if (!/^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/.test(digits)) return null
  const number = Number(digits.replace(",", "."))
  return Math.abs(number) < MOST ? number : null
}

/** A day as ISO 8601 writes it; also read as 3/5/2026: day, month, year. Null for what is none. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const spoken = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : spoken
      ? [spoken[3], spoken[2], spoken[1]]
      : [undefined, undefined, undefined]
  if (year === undefined || month === undefined || day === undefined) return null
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  return isDay(written) ? written : null
}

/** Whether a day written as ISO 8601 does is in the calendar, and within somebody's life. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const otherwise: Readonly<Record<string, boolean>> = {
  1: true,
  0: false,
  x: true,
  vrai: true,
  faux: false,
  true: true,
  false: false,
}

export function readYesNo(text: string): boolean | null {
  const value = meant("yesNo", text)
  return value === null ? (otherwise[folded(text)] ?? null) : value === "yes"
}
