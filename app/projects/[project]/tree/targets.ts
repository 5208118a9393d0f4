import { type CodeNode, wouldCycle } from "../../../../core/codebook"
import type { CodeId } from "../../../../core/model"
import type { Code } from "../../../../core/reading"
import { plain } from "../../../../core/text"

export interface Target {
  readonly id: CodeId
  readonly name: string
  /** From 0 at the root. */
  readonly depth: number
}

/** Where a code may be put: what lies under itself is not offered, nor the place where it is. */
export function moveTargets(
  tree: readonly CodeNode[],
  codes: readonly Code[],
  moved: CodeId,
  parent: CodeId | null,
): Target[] {
  return flat(tree).filter(({ id }) => id !== parent && !wouldCycle(codes, moved, id))
}

/** What a code may be merged with: what is of the same sort, except itself. */
export function mergeTargets(tree: readonly CodeNode[], merged: Code): Target[] {
  const alike = new Set(
    every(tree)
      .filter(({ code }) => code.codable === merged.codable && code.id !== merged.id)
      .map(({ code }) => code.id),
  )
  return flat(tree)
    .filter(({ id }) => alike.has(id))
    .map((target) => ({ ...target, depth: 0 }))
}

export function named(targets: readonly Target[], query: string): Target[] {
  const sought = plain(query.trim())
  return targets.filter(({ name }) => plain(name).includes(sought))
}

function flat(tree: readonly CodeNode[], depth = 0): Target[] {
  return tree.flatMap(({ code, children }) => [
    { id: code.id, name: code.name, depth },
    ...flat(children, depth + 1),
  ])
}

function every(tree: readonly CodeNode[]): CodeNode[] {
  return tree.flatMap((node) => [node, ...every(node.children)])
}
