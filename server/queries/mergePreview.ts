import { canonicalOf } from "../../core/codebook"
import type { CodeId, ProjectId } from "../../core/model"
import type { MergeRow } from "../../core/reading"
import { disagreementsOf, readAgain } from "../../core/resolution"
import type { Services } from "../services"
import type { RevealedSource } from "./revealed"
import { revealedSources } from "./tree"

interface Pair {
  readonly project: ProjectId
  readonly how: MergeRow["how"]
  readonly from: CodeId
  readonly into: CodeId
}

/** How many disagreements would be settled by saying that two codes are one, or belong together. */
export async function mergePreview(
  services: Pick<Services, "docs" | "collector" | "db">,
  pair: Pair,
): Promise<{ settles: number }> {
  const sources = await revealedSources(services, pair.project)
  return { settles: sources.reduce((sum, source) => sum + settledIn(source, pair), 0) }
}

function settledIn({ merges, tolerance, passages }: RevealedSource, pair: Pair): number {
  const canonical = canonicalOf(merges)
  const imagined: MergeRow = { ...pair, id: "imagined", by: "", at: "9999", undone: false }
  const concerned = [canonical(pair.from), canonical(pair.into)]
  return passages
    .filter(({ flags }) => flags.some(({ codes }) => codes.some((code) => concerned.includes(code))))
    .reduce((sum, { reveal, flags, said }) => {
      const then = disagreementsOf(readAgain(reveal, { merges: [...merges, imagined], tolerance }), said)
      const openThen = new Set(then.filter(isToDo).map(({ group }) => group.id))
      return sum + flags.filter((flag) => isToDo(flag) && !openThen.has(flag.group.id)).length
    }, 0)
}

function isToDo({ standing }: ReturnType<typeof disagreementsOf>[number]): boolean {
  return standing.is !== "resolved" && standing.is !== "settled"
}
