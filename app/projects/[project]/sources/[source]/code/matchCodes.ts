import type { Span } from "../../../../../../core/model"
import type { ListedCode } from "./codeList"

export interface Match {
  readonly code: ListedCode
  /** Where in the name what was typed stands; null where nothing was typed. */
  readonly at: Span | null
}

/**
 * The codes whose names hold what was typed, without regard to case and accents: names that begin with it first,
 * then those with a word that does, then the others. Nothing typed: all of them.
 */
export function matchCodes(codes: readonly ListedCode[], typed: string): Match[] {
  const wanted = plain(typed.trim())
  if (wanted === "") return codes.map((code) => ({ code, at: null }))
  return codes
    .flatMap((code) => {
      const name = plain(code.name)
      const from = bestPlace(name, wanted)
      return from < 0 ? [] : [{ code, at: { from, to: from + wanted.length }, rank: rank(name, from) }]
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ code, at }) => ({ code, at }))
}

/** Whether a name is already taken, as people would see it. */
export function sameName(one: string, other: string): boolean {
  return plain(one.trim()) === plain(other.trim())
}

/** The words selected as the name of a code: on one line, without the marks around them. */
export function inVivoName(words: string): string {
  const line = words.replace(/\s+/gu, " ").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
  return line.length <= 120 ? line : `${line.slice(0, 119).replace(/\s\S*$/u, "")}…`
}

function bestPlace(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0
  for (let at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
    if (/[\s’'(-]/u.test(name[at - 1]!)) return at
  }
  return name.indexOf(wanted)
}

function rank(name: string, from: number): number {
  if (from === 0) return 0
  return /[\s’'(-]/u.test(name[from - 1]!) ? 1 : 2
}

/** One letter stays one letter, so that places in it are places in the name. */
function plain(name: string): string {
  return [...name].map((letter) => letter.normalize("NFD")[0]!.toLowerCase()).join("")
}
