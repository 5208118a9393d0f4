import type { Side } from "../../../../core/model"
import type { CodeCounts, Counts, TreeQuote } from "../../../../core/tree"
import type { Person, TreeView } from "../../../../core/view"

export const noCounts: Counts = { a: 0, b: 0, agreed: 0, open: 0, resolved: 0 }

/** The sides of those who have used a code, or made it where nobody has used it yet; null: neither. */
export function provenanceOf(counts: CodeCounts | undefined, people: TreeView["people"]): Side | "ab" | null {
  const from = counts?.usedBy.length ? counts.usedBy : [counts?.origin?.member ?? ""]
  return sidesOf(from, people)
}

export function sidesOf(members: readonly string[], people: TreeView["people"]): Side | "ab" | null {
  const sides = new Set(members.flatMap((member) => people[member]?.side ?? []))
  if (sides.size === 2) return "ab"
  return [...sides][0] ?? null
}

/** The names on each side: one where one person codes on it, several where pairs differ by source. */
export function namesOfSides(people: TreeView["people"]): { readonly a: string; readonly b: string } {
  const on = (side: Side) =>
    Object.values(people)
      .filter((person: Person) => person.side === side)
      .map(({ name }) => name)
      .join(", ")
  return { a: on("a"), b: on("b") }
}

export interface QuotesOfSource {
  readonly source: string
  readonly title: string
  readonly quotes: readonly TreeQuote[]
}

/** The quotes by source, in the order of the sources and of their words. */
export function quotesBySource(quotes: readonly TreeQuote[], sources: TreeView["sources"]): QuotesOfSource[] {
  const position = (source: string) => sources[source]?.position ?? Number.POSITIVE_INFINITY
  return [...new Set(quotes.map(({ source }) => source))]
    .sort((one, other) => position(one) - position(other))
    .map((source) => ({
      source,
      title: sources[source]?.title ?? "",
      quotes: quotes
        .filter((quote) => quote.source === source)
        .sort((one, other) => one.text.from - other.text.from || one.text.to - other.text.to),
    }))
}
