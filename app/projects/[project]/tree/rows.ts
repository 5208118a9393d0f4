import type { CodeNode } from "../../../../core/codebook"
import type { CodeId } from "../../../../core/model"
import { plain } from "../../../../core/text"

/** A node as it stands in the table. */
export interface Row {
  readonly node: CodeNode
  readonly id: CodeId
  readonly parent: CodeId | null
  /** From 0 at the root. */
  readonly depth: number
  /** Its place among its siblings that are shown, from 1. */
  readonly place: number
  readonly of: number
  /** Null where nothing lies under it. */
  readonly expanded: boolean | null
}

/** The rows to be shown, from above to below. A search opens what leads to what it found. */
export function visibleRows(
  tree: readonly CodeNode[],
  closed: ReadonlySet<CodeId>,
  found: ReadonlySet<CodeId> | null = null,
): Row[] {
  const under = (nodes: readonly CodeNode[], parent: CodeId | null, depth: number): Row[] => {
    const shown = nodes.filter(({ code }) => found === null || found.has(code.id))
    return shown.flatMap((node, index) => {
      const { id } = node.code
      const open = found !== null || !closed.has(id)
      const children = open ? under(node.children, id, depth + 1) : []
      const expanded = node.children.length === 0 || (found && children.length === 0) ? null : open
      return [{ node, id, parent, depth, place: index + 1, of: shown.length, expanded }, ...children]
    })
  }
  return under(tree, null, 0)
}

/** The codes whose name or definition holds the words, and all that lies above them; null: nothing is sought. */
export function search(tree: readonly CodeNode[], query: string): Set<CodeId> | null {
  const sought = plain(query.trim())
  if (sought === "") return null
  const found = new Set<CodeId>()
  const visit = ({ code, children }: CodeNode): boolean => {
    const below = children.map(visit).includes(true)
    const here = plain(code.name).includes(sought) || plain(code.definition).includes(sought)
    if (here || below) found.add(code.id)
    return here || below
  }
  tree.forEach(visit)
  return found
}

/** The next row, after this one and around, whose name begins with what was typed. */
export function rowTyped(rows: readonly Row[], at: number, typed: string): Row | null {
  const sought = plain(typed)
  // While a word is being typed, the row it has led to may stay.
  const from = typed.length > 1 ? at : at + 1
  const around = [...rows.slice(from), ...rows.slice(0, from)]
  return around.find(({ node }) => plain(node.code.name).startsWith(sought)) ?? null
}
