/** What a reader should know before believing a figure. */
import type { Material } from "./material"
import type { Warning } from "./result"
import type { Tally } from "./tally"

/** Fewer segments of a code, by all coders together, and its figures say little. */
export const FEW_SEGMENTS = 5

export function warningsOf({ texts, codes, coders }: Material, tallies: readonly Tally[]): Warning[] {
  const uses = usesOf(tallies, codes.length)
  const ofCodes = codes.flatMap((code, at): Warning[] => {
    const { segments, documents, by } = uses[at]!
    if (segments === 0) return []
    const [document, coder] = [texts[documents[0]!]!.document.id, coders[by[0]!]!]
    return [
      ...(segments < FEW_SEGMENTS ? [{ kind: "rare code" as const, code, segments }] : []),
      ...(documents.length === 1 && texts.length > 1
        ? [{ kind: "one document only" as const, code, document }]
        : []),
      ...(by.length === 1 ? [{ kind: "one coder only" as const, code, coder }] : []),
    ]
  })
  return [...emptyCoders(texts, tallies), ...ofCodes]
}

interface Use {
  segments: number
  /** Places of the documents it is in, and of who used it. */
  readonly documents: number[]
  readonly by: number[]
}

function usesOf(tallies: readonly Tally[], codes: number): Use[] {
  const uses = Array.from({ length: codes }, (): Use => ({ segments: 0, documents: [], by: [] }))
  for (const [document, { coders, segments }] of tallies.entries())
    for (const [local, coder] of coders.entries())
      for (let code = 0; code < codes; code++) {
        const count = segments[local * codes + code]!
        if (count === 0) continue
        const use = uses[code]!
        use.segments += count
        if (use.documents.at(-1) !== document) use.documents.push(document)
        if (!use.by.includes(coder)) use.by.push(coder)
      }
  return uses
}

function emptyCoders(texts: Material["texts"], tallies: readonly Tally[]): Warning[] {
  return texts.flatMap(({ document }, text) =>
    document.coders.flatMap(({ id }, coder) =>
      tallies[text]!.any.held[coder] === 0
        ? [{ kind: "coder coded nothing" as const, document: document.id, coder: id }]
        : [],
    ),
  )
}
