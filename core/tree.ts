import { type CodeNode, canonicalOf, codeTree } from "./codebook"
import { contributionsOf } from "./contribution"
import type { CodeId, MemberId, PassageId, SourceId, Span } from "./model"
import type { Code, GroupId, LaterReading, MergeRow, Reveal, Standing } from "./reading"

export interface SourceReading {
  readonly source: SourceId
  readonly sides: { readonly a: MemberId; readonly b: MemberId | null }
  readonly reveals: readonly Reveal[]
  /** Where each disagreement stands today; one that is not named is open. */
  readonly decisions: ReadonlyMap<GroupId, Standing>
  readonly laterReadings: readonly LaterReading[]
}

/** `single`: its source has one coder, so there was nothing to compare. */
export type QuoteStatus = "agreed" | "open" | "resolved" | "single" | "later"

export interface TreeQuote {
  readonly source: SourceId
  readonly passage: PassageId
  /** In characters of the transcript; words corrected since in its own passage are not counted. */
  readonly text: Span
  /** In words of the passage. */
  readonly words: Span
  readonly quote: string
  readonly status: QuoteStatus
  /** Whose coding it is: A before B. Empty for what a decision put in place of theirs. */
  readonly by: readonly MemberId[]
}

export interface Counts {
  /** Codings made independently, by A and by B; one that crosses a border counts in each passage (D1). */
  readonly a: number
  readonly b: number
  readonly agreed: number
  /** Disagreements in which the code takes part: to be talked over; done with. */
  readonly open: number
  readonly resolved: number
}

export interface CodeCounts {
  readonly code: CodeId
  readonly own: Counts
  /** With everything below it; what concerns two codes of the subtree counts once. */
  readonly subtree: Counts
  /** Who has used the code, or one since merged into it. */
  readonly usedBy: readonly MemberId[]
  /** Whose new code it was, and in which source; null for a code that is not in the codebook. */
  readonly origin: Code["origin"] | null
  readonly quotes: readonly TreeQuote[]
}

/** What a reading of the sources says of one code. A count is the number of different ids. */
export interface Contribution {
  readonly code: CodeId
  readonly counts: keyof Counts | null
  readonly id: string
  readonly quote: TreeQuote | null
  readonly usedBy: readonly MemberId[]
}

/**
 * What has been found under each code of the codebook, and of those used without being in it any more (T5–T9).
 * Merged codes count under the code they stand for.
 */
export function treeCounts(study: {
  readonly codes: readonly Code[]
  readonly merges: readonly MergeRow[]
  readonly sources: readonly SourceReading[]
}): Map<CodeId, CodeCounts> {
  const canonical = canonicalOf(study.merges)
  const tallies = new Map<CodeId, Tally>()
  const tallyOf = (code: CodeId) => {
    const known = tallies.get(code) ?? emptyTally()
    tallies.set(code, known)
    return known
  }
  for (const contribution of study.sources.flatMap((source) => contributionsOf(source, canonical))) {
    add(tallyOf(canonical(contribution.code)), contribution)
  }

  const subtrees = new Map<CodeId, Ids>()
  const gather = ({ code, children }: CodeNode): Ids => {
    const ids = union([tallyOf(code.id).ids, ...children.map(gather)])
    subtrees.set(code.id, ids)
    return ids
  }
  codeTree(study.codes, canonical).forEach(gather)

  const origins = new Map(study.codes.map((code) => [code.id, code.origin]))
  const written = [...tallies].map(([code, { ids, quotes, usedBy }]): [CodeId, CodeCounts] => [
    code,
    {
      code,
      own: counted(ids),
      subtree: counted(subtrees.get(code) ?? ids),
      usedBy: [...usedBy],
      origin: origins.get(code) ?? null,
      quotes,
    },
  ])
  return new Map(written)
}

type Ids = { readonly [count in keyof Counts]: Set<string> }

interface Tally {
  readonly ids: Ids
  readonly quotes: TreeQuote[]
  readonly usedBy: Set<MemberId>
}

function emptyTally(): Tally {
  return { ids: union([]), quotes: [], usedBy: new Set() }
}

function add(tally: Tally, { counts, id, quote, usedBy }: Contribution): void {
  if (counts) tally.ids[counts].add(id)
  if (quote) tally.quotes.push(quote)
  for (const member of usedBy) tally.usedBy.add(member)
}

function union(all: readonly Ids[]): Ids {
  const of = (count: keyof Counts) => new Set(all.flatMap((ids) => [...ids[count]]))
  return { a: of("a"), b: of("b"), agreed: of("agreed"), open: of("open"), resolved: of("resolved") }
}

function counted(ids: Ids): Counts {
  const { a, b, agreed, open, resolved } = ids
  return { a: a.size, b: b.size, agreed: agreed.size, open: open.size, resolved: resolved.size }
}
