import type { Member } from "./access"
import type { CodeId, Id, MemberId, SourceId, Span } from "./model"

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
  const line = text.replace(/\s+/gu, " ").trim()
  const found = words.trim() === "" ? { from: 0, to: 0 } : findFolded(line, words)
  if (!found) return null
  const from = Math.max(0, found.from - (found.from > EXCERPT / 2 ? BEFORE : found.from))
  const cut = line.slice(from, from + EXCERPT)
  return `${from > 0 ? "…" : ""}${cut}${from + EXCERPT < line.length ? "…" : ""}`
}

/** Where words stand in a text, whatever their case and accents; null where they do not. */
export function findFolded(text: string, words: string): Span | null {
  // Sign by sign, so that places in what is folded are places in the text.
  const folded = [...text]
    .map((sign) => folding(sign).padEnd(sign.length, " ").slice(0, sign.length))
    .join("")
  const looked = [...words.trim().replace(/\s+/gu, " ")].map(folding).join("")
  const from = looked === "" ? -1 : folded.indexOf(looked)
  return from < 0 ? null : { from, to: from + looked.length }
}

function folding(sign: string): string {
  return sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'")
}
