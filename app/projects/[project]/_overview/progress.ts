import type { Side } from "../../../../core/model"
import type { SourceOverview } from "../../../../server/queries/overview"

type Coder = SourceOverview["coders"][number]

/** How far a coder is, in a word. */
export function stateOf({ done, of }: Pick<Coder, "done" | "of">): "todo" | "doing" | "done" {
  if (of > 0 && done >= of) return "done"
  return done > 0 ? "doing" : "todo"
}

export function coderOn(side: Side, source: SourceOverview): Coder | null {
  return source.coders.find((coder) => coder.side === side) ?? null
}

/** The one person who codes on a side in every source that has somebody there; null when they differ. */
export function alwaysOn(side: Side, sources: readonly SourceOverview[]): Coder | null {
  const coders = sources.flatMap((source) => coderOn(side, source) ?? [])
  return coders.every(({ id }) => id === coders[0]?.id) ? (coders[0] ?? null) : null
}

export interface Reader {
  readonly id: string
  readonly observes: boolean
}

/**
 * Where a reader goes from a source's title: to code it, to what was noted live of it, to read what is revealed of it,
 * or to see it cut up.
 */
export function placeOf(project: string, { id, coders, talk }: SourceOverview, reader: Reader): string {
  const place = `/projects/${project}/sources/${id}`
  if (coders.some((coder) => coder.id === reader.id)) return `${place}/code`
  if (reader.observes) return `${place}/live`
  return talk ? `${place}/review` : `${place}/passages`
}
