import type { Member } from "./access"
import type { CodeId, Id, MemberId, SourceId, Span } from "./model"
import { plain } from "./text"

/** Analytic writing of a project, about a source, a code of the codebook, or nothing. */
export type MemoId = Id<"memo">

export const memoKinds = ["theoretical", "methodological", "reflexive", "journal"] as const
export type MemoKind = (typeof memoKinds)[number]

/** `private`: its author's alone. `shared`: the project's members', but for observers; it stays so. */
export const sharings = ["private", "shared"] as const
export type Sharing = (typeof sharings)[number]

/** Never words of a transcript: what is shared hangs on nothing that may not be revealed (B16). */
export type MemoAbout = { readonly source: SourceId } | { readonly code: CodeId } | null

/** What decides who may read and write a memo. */
export interface MemoFacts {
  readonly author: MemberId
  readonly sharing: Sharing
}

export const LONGEST_TITLE = 200
/** So many may one person have in one project. */
export const MOST_MEMOS = 1_000

/** What others have written in goes with its author, or with whoever holds the project, and with nobody else. */
export function mayRemoveMemo({ author, sharing }: MemoFacts, member: Pick<Member, "id" | "role">): boolean {
  return author === member.id || (sharing === "shared" && member.role === "owner")
}

const EXCERPT = 180
const BEFORE = 40

/**
 * A line of a text: how it begins, or what stands around the words that were looked for. Null where it does not hold
 * them.
 */
export function excerptOf(text: string, words = ""): string | null {
  if (words.trim() === "") return cutOf(lineOf(text.slice(0, EXCERPT * 4)), 0)
  if (!holdsFolded(text, words)) return null
  const line = lineOf(text)
  const found = findFolded(line, words)
  return found && cutOf(line, found.from > EXCERPT / 2 ? found.from - BEFORE : 0)
}

function lineOf(text: string): string {
  return text.replace(/\s+/gu, " ").trim()
}

function cutOf(line: string, from: number): string {
  const to = from + EXCERPT
  return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`
}

/** The same answer as `findFolded` gives, at once. */
function holdsFolded(text: string, words: string): boolean {
  return foldedAll(lineOf(text)).includes(foldedAll(lineOf(words)))
}

/** Where words stand in a text, whatever their case and accents; null where they do not. */
export function findFolded(text: string, words: string): Span | null {
  const looked = foldedAll(lineOf(words))
  if (looked === "") return null
  // Sign by sign, so that places in what is folded are places in the text.
  let folded = ""
  const places: number[] = []
  let at = 0
  for (const sign of text) {
    const each = sign < "\u0080" ? sign.toLowerCase() : foldedAll(sign)
    for (let more = each.length; more > 0; more--) places.push(at)
    folded += each
    at += sign.length
  }
  places.push(at)
  const from = folded.indexOf(looked)
  return from < 0 ? null : { from: places[from]!, to: places[from + looked.length]! }
}

function foldedAll(text: string): string {
  return plain(text).replaceAll("’", "'")
}
