import { findWords } from "../../core/erasing"
import type { SourceId, Span } from "../../core/model"
import { loadWords } from "../documents"
import type { Services } from "../services"
import { sharedMemos, type WrittenText, writtenTexts } from "../writtenTexts"

/** A place where some words stand, with a little of what is around them. */
export interface FoundWords {
  readonly before: string
  readonly words: string
  readonly after: string
}

export interface WhereWords {
  readonly transcript: readonly (FoundWords & Span & { readonly startMs: number | null })[]
  readonly speakers: readonly (FoundWords & { readonly key: string })[]
  readonly elsewhere: readonly (FoundWords & Pick<WrittenText, "key" | "kind">)[]
}

const AROUND = 60

/**
 * Where a word or name stands in what its reader may see: transcript, labels, what is written about the source, codes,
 * shared memos.
 Of layers, of what is private and of what is not revealed nothing is read, so nothing can be told (B8).
 */
export async function whereWords(
  services: Pick<Services, "db" | "docs" | "collector" | "memoTexts">,
  source: SourceId,
  words: string,
): Promise<WhereWords> {
  const { text, turns, speakers } = await loadWords(services, source)
  const written = [...(await writtenTexts(services.db, source)), ...(await sharedMemos(services, source))]
  return {
    transcript: findWords(text, words).map((span) => ({
      ...span,
      ...around(text, span),
      startMs: turns.findLast((turn) => turn.from <= span.from)?.startMs ?? null,
    })),
    speakers: speakers.flatMap(({ id, label }) =>
      findWords(label, words)
        .slice(0, 1)
        .map((span) => ({ key: `speaker:${id}`, ...around(label, span) })),
    ),
    elsewhere: written.flatMap(({ key, kind, text }) =>
      findWords(text, words)
        .slice(0, 1)
        .map((span) => ({ key, kind, ...around(text, span) })),
    ),
  }
}

function around(text: string, { from, to }: Span): FoundWords {
  return {
    before: text.slice(Math.max(0, from - AROUND), from),
    words: text.slice(from, to),
    after: text.slice(to, to + AROUND),
  }
}
