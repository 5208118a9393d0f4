/** The code above each, as children count for parents. */
import { type CodeNode, canonicalOf, codeTree } from "../../codebook"
import type { CodeId } from "../../model"
import type { Code } from "../../reading"
import type { Variant } from "./asked"
import type { RevealedMaterial } from "./material"

/**
 * By the codebook of today. As coded, a code that has been merged since still lies where it lay; harmonised, what lay
 * under it lies under the code it was merged into (T2).
 */
export function parentsIn(
  variant: Variant,
  { codes, merges }: RevealedMaterial,
): Record<CodeId, CodeId | null> {
  if (variant === "independent") return Object.fromEntries(codes.map(({ id, parent }) => [id, parent]))
  const above: Record<CodeId, CodeId | null> = {}
  const walk = (nodes: readonly CodeNode[], parent: CodeId | null) => {
    for (const { code, children } of nodes) {
      above[code.id] = parent
      walk(children, code.id)
    }
  }
  walk(codeTree(codes as readonly Code[], canonicalOf(merges)), null)
  return above
}
