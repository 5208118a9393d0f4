import type { ProjectRole } from "../../../../core/model"
import type { Overview } from "../../../../server/queries/overview"

/** Something that waits for the reader, with the place to do it. */
export type ToDo = { readonly href: string } & (
  | { readonly what: "begin" | "correct"; readonly title: string }
  | { readonly what: "continue"; readonly title: string; readonly passage: number; readonly of: number }
  | { readonly what: "discuss"; readonly title: string; readonly count: number; readonly toAnswer: number }
  | { readonly what: "decide"; readonly count: number; readonly since: string }
  | { readonly what: "opinions"; readonly title: string; readonly count: number; readonly at: string }
  | { readonly what: "assign"; readonly title: string }
  | { readonly what: "invite" }
)

type Read = Pick<Overview, "id" | "role" | "sources"> & { readonly members: readonly { role: ProjectRole }[] }

const FORTNIGHT_MS = 14 * 24 * 60 * 60 * 1000

/** What waits for a reader of the overview: others first (decisions, answers, talk), then one's own coding. */
export function forYou(overview: Read, reader: string, now: string): ToDo[] {
  return [
    ...toDecide(overview),
    ...overview.sources.flatMap((source) => aboutSource(overview, source, reader, now)),
    ...toCode(overview, reader),
    ...toOrganise(overview),
  ]
}

function toDecide({ id, role, sources }: Read): ToDo[] {
  if (role !== "supervisor") return []
  const since = sources.flatMap(({ talk }) => talk?.referredSince ?? []).sort()[0]
  const count = sources.reduce((sum, { talk }) => sum + (talk?.referred ?? 0), 0)
  return since ? [{ what: "decide", count, since, href: `/projects/${id}/queue` }] : []
}

function aboutSource({ id }: Read, source: Read["sources"][number], reader: string, now: string): ToDo[] {
  const { title, talk, coders } = source
  if (!talk || !coders.some((coder) => coder.id === reader)) return []
  const href = `/projects/${id}/sources/${source.id}/review`
  const recent = talk.opinions.filter(({ at }) => Date.parse(now) - Date.parse(at) < FORTNIGHT_MS)
  const [latest] = recent
  return [
    ...(talk.discuss > 0
      ? [{ what: "discuss" as const, title, count: talk.discuss, toAnswer: talk.toAnswer, href }]
      : []),
    ...(latest
      ? [
          {
            what: "opinions" as const,
            title,
            count: recent.length,
            at: latest.at,
            href: `${href}?flag=${encodeURIComponent(latest.flag)}`,
          },
        ]
      : []),
  ]
}

function toCode({ id, sources }: Read, reader: string): ToDo[] {
  return sources.flatMap((source): ToDo[] => {
    const own = source.coders.find((coder) => coder.id === reader)
    if (!own || !source.next) return []
    const href = `/projects/${id}/sources/${source.id}/code`
    const { title, next } = source
    if (source.transcribing) {
      return [{ what: "correct", title, href: `/projects/${id}/sources/${source.id}/transcribe` }]
    }
    if (own.done === 0) return [{ what: "begin", title, href }]
    return [{ what: "continue", title, passage: next.index + 1, of: own.of, href: `${href}?at=${next.from}` }]
  })
}

function toOrganise({ id, role, sources, members }: Read): ToDo[] {
  if (role !== "owner") return []
  return [
    ...sources
      .filter(({ coders }) => coders.length === 0)
      .map(({ id: source, title }) => ({
        what: "assign" as const,
        title,
        href: `/projects/${id}/sources/${source}/passages`,
      })),
    ...(members.length === 1 ? [{ what: "invite" as const, href: `/projects/${id}/members` }] : []),
  ]
}
