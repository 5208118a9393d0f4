import { canonicalOf, pathOf } from "../../core/codebook"
import type { CodeId, MemberId, Side } from "../../core/model"
import type { Code } from "../../core/reading"
import type { CodebookView, Person, ReviewView } from "../../core/view"

/** What people and codes are called where disagreements are shown. */
export interface Names {
  /** The person on each side; null while a source has one coder, or nothing has come yet. */
  readonly side: Readonly<Record<Side, Person | null>>
  readonly person: (id: MemberId) => Person | null
  /** First names are enough between people who work together, unless two are called alike. */
  readonly call: (id: MemberId) => string
  readonly supervisors: readonly Person[]
  /** As it is called today; a code that was handed in without being in the codebook by its suggested name. */
  readonly code: (id: CodeId) => string
  readonly entry: (id: CodeId) => Code | null
  /** The code that this one has been merged into; itself otherwise. */
  readonly canonical: (id: CodeId) => CodeId
  /** Names of the categories above it, from the root. */
  readonly above: (id: CodeId) => readonly string[]
}

/** Names as the review and the codebook give them now. */
export function namesOf(
  review: Pick<ReviewView, "people" | "suggested">,
  codebook: Pick<CodebookView, "codes" | "merges">,
): Names {
  const people = Object.values(review.people)
  const codes = Object.values(codebook.codes)
  const firstNames = people.map((person) => firstName(person.name))
  const of = (side: Side) => people.find((person) => person.side === side) ?? null
  return {
    side: { a: of("a"), b: of("b") },
    person: (id) => review.people[id] ?? null,
    call(id) {
      const name = review.people[id]?.name ?? "?"
      const first = firstName(name)
      return firstNames.filter((other) => other === first).length > 1 ? name : first
    },
    supervisors: people.filter((person) => person.role === "supervisor" && person.side === null),
    code: (id) => codebook.codes[id]?.name ?? review.suggested[id] ?? "…",
    entry: (id) => codebook.codes[id] ?? null,
    canonical: canonicalOf(Object.values(codebook.merges)),
    above: (id) =>
      pathOf(codes, id)
        .slice(0, -1)
        .map((code) => code.name),
  }
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
