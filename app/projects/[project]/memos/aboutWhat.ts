import type { MemoAbout } from "../../../../core/memos"
import type { CodePlace, MemoPlaces, SourcePlace } from "../../../../server/queries/memoPlaces"
import type { MemoEntry } from "../../../../server/queries/memos"

interface About {
  readonly label: string
  readonly source: SourcePlace | null
  /** The code that a memo is about today: what it was written about, or what that was merged into. */
  readonly code: CodePlace | null
}

/** What a memo is about, as it is called today; null where that is nothing. */
export function aboutOf(memo: Pick<MemoEntry, "source" | "code">, places: MemoPlaces): About | null {
  const source = places.sources.find(({ id }) => id === memo.source) ?? null
  if (source) return { label: source.title, source, code: null }
  const code = places.codes.find(({ id }) => id === memo.code)
  if (!code) return null
  const now = places.codes.find(({ id }) => id === code.now) ?? code
  return { label: now === code ? code.name : `${code.name} → ${now.name}`, source: null, code: now }
}

/** The same as one word: memos about codes that were merged are about one. Empty where it is nothing. */
export function todayOf(memo: Pick<MemoEntry, "source" | "code">, places: MemoPlaces): string {
  const about = aboutOf(memo, places)
  return optionOf({ source: about?.source?.id ?? null, code: about?.code?.id ?? null })
}

/** As it stands in a list to choose from. */
export function optionOf({ source, code }: Pick<MemoEntry, "source" | "code">): string {
  return source !== null ? `source ${source}` : code !== null ? `code ${code}` : ""
}

export function aboutFrom(value: string): MemoAbout {
  const [what, id] = value.split(" ")
  if (id === undefined) return null
  return what === "source" ? { source: id } : { code: id }
}
