"use client"

import { useMemo } from "react"
import { type CodeNode, canonicalOf, codeTree, pathOf, relatedBy } from "../../../../core/codebook"
import type { CodeId } from "../../../../core/model"
import type { Code, MergeRow } from "../../../../core/reading"
import type { Counts } from "../../../../core/tree"
import type { TreeView } from "../../../../core/view"
import { useCodebook, useTree } from "../../../_sync/projections"
import { namesOfSides, noCounts } from "./provenance"
import { everyCode } from "./suggestions"

export interface TreeData {
  readonly tree: readonly CodeNode[]
  readonly nodes: ReadonlyMap<CodeId, CodeNode>
  readonly codes: readonly Code[]
  readonly merges: readonly MergeRow[]
  readonly view: TreeView
  readonly names: { readonly a: string; readonly b: string }
  readonly canonical: (code: CodeId) => CodeId
  readonly related: (one: CodeId, other: CodeId) => boolean
  readonly countsOf: (code: CodeId, below: boolean) => Counts
  /** From the root down to the code, itself left out. */
  readonly above: (code: CodeId) => readonly Code[]
}

/** The codebook and what has been found under it, live; null until both have come. */
export function useTreeData(project: string) {
  const book = useCodebook(project)
  const { view, ready, state } = useTree(project)
  const data = useMemo((): TreeData => {
    const codes = Object.values(book.view.codes)
    const merges = Object.values(book.view.merges)
    const canonical = canonicalOf(merges)
    const tree = [...codeTree(codes, canonical), ...strays(codes, view, canonical)]
    const relation = relatedBy(merges)
    return {
      tree,
      nodes: new Map(everyCode(tree).map((node) => [node.code.id, node])),
      codes,
      merges,
      view,
      names: namesOfSides(view.people),
      canonical,
      related: (one, other) => relation(one, other) !== null,
      countsOf: (code, below) => view.counts[code]?.[below ? "subtree" : "own"] ?? noCounts,
      above: (code) => pathOf(codes, code).slice(0, -1),
    }
  }, [book.view, view])
  return {
    data: ready && book.ready ? data : null,
    revision: book.view.meta.revision,
    refused: state === "refused" || book.state === "refused",
    offline: state === "offline" || book.state === "offline",
  }
}

/** Removed codes under which something still stands (T9): seen, so that they can be put back. */
function strays(codes: readonly Code[], view: TreeView, canonical: (code: CodeId) => CodeId): CodeNode[] {
  return codes
    .filter(({ id, removed }) => removed && canonical(id) === id && view.counts[id]?.quotes.length)
    .map((code) => ({ code, children: [] }))
}
