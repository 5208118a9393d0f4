import type { CodeId } from "./model"
import { byText, groupBy } from "./overlap"
import type { Code, MergeRow } from "./reading"
import { plain } from "./text"

/** A code and what lies under it, in the order in which siblings are shown. */
export interface CodeNode {
  readonly code: Code
  readonly children: readonly CodeNode[]
}

/**
 * The codebook as a tree in its order. Nothing that stands is lost (T2): a code whose parent is gone, or that
 * concurrent moves have put under itself, appears at the root. A code merged into another is that other, so what lay
 * under it lies under that one.
 */
export function codeTree(
  codes: readonly Code[],
  canonical: (code: CodeId) => CodeId = (code) => code,
): CodeNode[] {
  const standing = codes.filter((code) => !code.removed && canonical(code.id) === code.id)
  const parentOf = parents(standing, canonical, codes)
  const childrenOf = groupBy(standing, (code) =>
    onCycle(code.id, parentOf) ? null : (parentOf.get(code.id) ?? null),
  )
  const nodesUnder = (parent: CodeId | null): CodeNode[] =>
    [...(childrenOf.get(parent) ?? [])]
      .sort(bySiblingOrder)
      .map((code) => ({ code, children: nodesUnder(code.id) }))
  return nodesUnder(null)
}

/**
 * The code that a code stands for: follows merges that are not undone (T3). A code that no merge names is itself.
 * Merges that run in a circle end at the least id of the circle, so all its codes still stand for one.
 */
export function canonicalOf(merges: readonly MergeRow[]): (code: CodeId) => CodeId {
  const into = mergedInto(merges)
  return (code) => {
    const path = [code]
    for (let row = into.get(code); row !== undefined; row = into.get(row.into)) {
      const circle = path.indexOf(row.into)
      if (circle >= 0) return path.slice(circle).sort(byText)[0]!
      path.push(row.into)
    }
    return path.at(-1)!
  }
}

/** The merges that lead from a code to the code it stands for, in that order; none when it stands for itself. */
export function mergePathOf(merges: readonly MergeRow[]): (code: CodeId) => MergeRow[] {
  const into = mergedInto(merges)
  return (code) => {
    const path = new Set<MergeRow>()
    for (let row = into.get(code); row !== undefined && !path.has(row); row = into.get(row.into))
      path.add(row)
    return [...path]
  }
}

/** Whether two codes are kept apart but declared related, and by which row (T4). Merges are followed first. */
export function relatedBy(merges: readonly MergeRow[]): (one: CodeId, other: CodeId) => MergeRow | null {
  const canonical = canonicalOf(merges)
  const rows = new Map<string, MergeRow>()
  for (const row of merges) {
    if (row.how === "relating" && !row.undone)
      rows.set(pairKey(canonical(row.from), canonical(row.into)), row)
  }
  return (one, other) => rows.get(pairKey(canonical(one), canonical(other))) ?? null
}

/** Whether the first lies above the second, at any distance; false of a code and itself. */
export function isAncestor(codes: readonly Code[], above: CodeId, below: CodeId): boolean {
  return above !== below && ancestorsOf(below, parents(codes)).includes(above)
}

/** Whether putting the code under that parent would put it under itself. */
export function wouldCycle(codes: readonly Code[], code: CodeId, parent: CodeId | null): boolean {
  return parent !== null && (parent === code || isAncestor(codes, code, parent))
}

/** From the root down to the code itself; empty when there is no such code. */
export function pathOf(codes: readonly Code[], code: CodeId): Code[] {
  const byId = new Map(codes.map((known) => [known.id, known]))
  const parentOf = parents(codes.filter((known) => !known.removed))
  return [...ancestorsOf(code, parentOf).reverse(), code].flatMap((id) => byId.get(id) ?? [])
}

/** By order, then name, then id: the same on every screen (T1). */
export function bySiblingOrder(a: Code, b: Code): number {
  return a.order - b.order || byName(a, b)
}

/** Alphabetical without regard to case and accents, then exactly, then by id: never by time (B17). */
export function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return byText(plain(a.name), plain(b.name)) || byText(a.name, b.name) || byText(a.id, b.id)
}

/** The parents that exist among these codes; nothing for a code at the root. Merged ones are looked up in `all`. */
function parents(
  codes: readonly Code[],
  canonical: (code: CodeId) => CodeId = (code) => code,
  all: readonly Code[] = codes,
): Map<CodeId, CodeId> {
  const known = new Set(codes.map((code) => code.id))
  const written = new Map(all.map((code) => [code.id, code.parent]))
  const parentOf = new Map<CodeId, CodeId>()
  for (const code of codes) {
    let parent = code.parent
    // What has been merged into the code itself is no parent of it: the code takes its place.
    for (const seen = new Set(); parent !== null && canonical(parent) === code.id && !seen.has(parent); ) {
      seen.add(parent)
      parent = written.get(parent) ?? null
    }
    if (parent !== null && known.has(canonical(parent))) parentOf.set(code.id, canonical(parent))
  }
  return parentOf
}

/** Nearest first; stops where a cycle would begin again. */
function ancestorsOf(code: CodeId, parentOf: ReadonlyMap<CodeId, CodeId>): CodeId[] {
  const above = new Set<CodeId>()
  for (let next = parentOf.get(code); next !== undefined && !above.has(next); next = parentOf.get(next)) {
    if (next === code) break
    above.add(next)
  }
  return [...above]
}

function onCycle(code: CodeId, parentOf: ReadonlyMap<CodeId, CodeId>): boolean {
  const seen = new Set<CodeId>()
  for (let next = parentOf.get(code); next !== undefined && !seen.has(next); next = parentOf.get(next)) {
    if (next === code) return true
    seen.add(next)
  }
  return false
}

/** Where a code was merged twice, the later merge counts. */
function mergedInto(merges: readonly MergeRow[]): Map<CodeId, MergeRow> {
  const rows = merges.filter((row) => row.how === "merging" && !row.undone && row.from !== row.into)
  const inTime = [...rows].sort((a, b) => byText(a.at, b.at) || byText(a.id, b.id))
  return new Map(inTime.map((row) => [row.from, row]))
}

function pairKey(one: CodeId, other: CodeId): string {
  return JSON.stringify(one < other ? [one, other] : [other, one])
}
