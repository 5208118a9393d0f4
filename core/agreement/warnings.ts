/** What a reader should know before believing a figure. */
import type { Material } from "./material"
import type { Warning } from "./result"
import type { Tally } from "./tally"

/** Fewer segments of a code, by all coders together, and its figures say little. */
const FEW_SEGMENTS = 5

export function warningsOf({ texts, codes, coders }: Material, tallies: readonly Tally[]): Warning[] {
  return [...emptyCoders(texts, tallies), ...codes.flatMap((code, at) => ofCode(code, at))]

  function ofCode(code: string, at: number): Warning[] {
    const uses = tallies.flatMap((tally, text) =>
      tally.coders.map((coder, local) => ({
        document: texts[text]!.document.id,
        coder: coders[coder]!,
        segments: tally.segments[local * codes.length + at]!,
      })),
    )
    const used = uses.filter(({ segments }) => segments > 0)
    const segments = used.reduce((sum, use) => sum + use.segments, 0)
    if (used.length === 0) return []
    const documents = new Set(used.map(({ document }) => document))
    const by = new Set(used.map(({ coder }) => coder))
    return [
      ...(segments < FEW_SEGMENTS ? [{ kind: "rare code" as const, code, segments }] : []),
      ...(documents.size === 1 && texts.length > 1
        ? [{ kind: "one document only" as const, code, document: used[0]!.document }]
        : []),
      ...(by.size === 1 ? [{ kind: "one coder only" as const, code, coder: used[0]!.coder }] : []),
    ]
  }
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
