import type { MemoKind } from "../../../../core/memos"
import type { WordMemo } from "../../../../server/queries/memoPlaces"
import type { MemoEntry } from "../../../../server/queries/memos"

export const scopes = ["all", "own", "shared", "words"] as const
export type Scope = (typeof scopes)[number]

export const orders = ["changed", "created", "title"] as const
export type Order = (typeof orders)[number]

/** What is shown of all that one may read, and in which order. */
export interface Chosen {
  readonly scope: Scope
  readonly kind: MemoKind | "any"
  readonly order: Order
  /** What they are about today, as `todayOf` says; null: whatever it is. */
  readonly about: string | null
}

/** The memos that are listed. Where one's own on words are asked for, none of these. */
export function listed(
  all: readonly MemoEntry[],
  me: string,
  { scope, kind, order, about }: Chosen,
  today: (memo: MemoEntry) => string,
): MemoEntry[] {
  const isIn = ({ author, sharing }: MemoEntry) =>
    scope === "all" || (scope === "own" ? author.id === me : scope === "shared" && sharing === "shared")
  return all
    .filter((memo) => isIn(memo) && (kind === "any" || memo.kind === kind))
    .filter((memo) => about === null || today(memo) === about)
    .sort((one, other) => inOrder(one, other, order))
}

function inOrder(one: MemoEntry, other: MemoEntry, order: Order): number {
  if (order === "title") return nameOf(one).localeCompare(nameOf(other), "fr") || (one.id < other.id ? -1 : 1)
  const at = order === "created" ? "createdAt" : "changedAt"
  // The latest first.
  return other[at].localeCompare(one[at]) || (one.id < other.id ? -1 : 1)
}

/** What it is called; else how it begins. */
export function nameOf({ title, excerpt }: Pick<MemoEntry, "title" | "excerpt">): string {
  return title || excerpt.slice(0, 60)
}

/** Those on words that hold what is looked for. */
export function wordsListed(
  all: readonly WordMemo[],
  words: string,
  has: (text: string, words: string) => boolean,
): readonly WordMemo[] {
  if (words.trim() === "") return all
  return all.filter(({ text, quote, code }) =>
    [text, quote ?? "", code ?? ""].some((each) => has(each, words)),
  )
}
