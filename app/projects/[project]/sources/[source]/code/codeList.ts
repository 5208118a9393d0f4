import { byName, bySiblingOrder, type CodeNode, codeTree } from "../../../../../../core/codebook"
import type { CodeId } from "../../../../../../core/model"
import type { Code } from "../../../../../../core/reading"
import type { SuggestedLayerCode } from "../../../../../../core/ydoc/layer"

/** A code as the desk lists it. */
export interface ListedCode {
  readonly id: CodeId
  readonly name: string
  readonly definition: string
  readonly depth: number
  /** Categories above it, the nearest last. */
  readonly path: readonly string[]
  readonly codable: boolean
  /** Still one's own alone. */
  readonly own: boolean
  readonly colour: string | null
  /** The key that applies it; null after the ninth. */
  readonly digit: number | null
}

export interface CodeList {
  /** Under categories, in the order of the codebook. */
  readonly sorted: readonly ListedCode[]
  /** At the root and no category: new codes end up here. */
  readonly unsorted: readonly ListedCode[]
  /** Both, only what can be applied, in the order shown. */
  readonly applicable: readonly ListedCode[]
}

type Undigited = Omit<ListedCode, "digit">

/** The codebook with one's own new codes among it, as it stands on the desk. */
export function codeList(
  codes: readonly Code[],
  canonical: (code: CodeId) => CodeId,
  suggested: readonly SuggestedLayerCode[],
): CodeList {
  const known = new Set(codes.map((code) => code.id))
  const own = suggested.filter((code) => !known.has(code.id)).sort(byName)
  const isGroup = (node: CodeNode) => !node.code.codable || node.children.length > 0
  const tree = codeTree(codes, canonical)
  const groups = tree.filter(isGroup)
  const grouped = new Set<CodeId>()
  const sorted = groups.flatMap((node) => listed(node, 0, [], own, grouped))
  const alone = tree.filter((node) => !isGroup(node)).sort((a, b) => bySiblingOrder(a.code, b.code))
  const unsorted = [
    ...alone.flatMap((node) => listed(node, groups.length > 0 ? 1 : 0, [], own, grouped)),
    ...own
      .filter((code) => !grouped.has(code.id))
      .map((code) => ownCode(code, groups.length > 0 ? 1 : 0, [])),
  ]
  let digit = 0
  const number = (code: Undigited): ListedCode => ({
    ...code,
    digit: code.codable && digit < 9 ? ++digit : null,
  })
  const list = { sorted: sorted.map(number), unsorted: unsorted.map(number) }
  return { ...list, applicable: [...list.sorted, ...list.unsorted].filter((code) => code.codable) }
}

function listed(
  { code, children }: CodeNode,
  depth: number,
  path: readonly string[],
  own: readonly SuggestedLayerCode[],
  grouped: Set<CodeId>,
): Undigited[] {
  const { id, name, definition, codable, colour } = code
  const below = [...path, name]
  const mine = own.filter((suggestion) => suggestion.parent === id)
  for (const suggestion of mine) grouped.add(suggestion.id)
  return [
    { id, name, definition, depth, path, codable, own: false, colour },
    ...children.flatMap((child) => listed(child, depth + 1, below, own, grouped)),
    ...mine.map((suggestion) => ownCode(suggestion, depth + 1, below)),
  ]
}

function ownCode(
  { id, name, definition }: SuggestedLayerCode,
  depth: number,
  path: readonly string[],
): Undigited {
  return { id, name, definition: definition ?? "", depth, path, codable: true, own: true, colour: null }
}
