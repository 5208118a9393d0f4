import type { ShownAgreement } from "../../core/agreement/project/answer"

/** Pairs of coders who coded a source together, in the order of the coders. */
export function coderPairs({
  coders,
  sources,
}: Pick<ShownAgreement, "coders" | "sources">): (readonly [string, string])[] {
  return coders.flatMap(({ id: first }, at) =>
    coders
      .slice(at + 1)
      .filter(({ id }) =>
        sources.some((source) => source.coders.includes(first) && source.coders.includes(id)),
      )
      .map(({ id }) => [first, id] as const),
  )
}
