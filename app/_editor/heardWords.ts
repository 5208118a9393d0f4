import type * as Y from "yjs"
import type { WordTime } from "../../core/wordTimes"
import { type KeptWordTimes, standingWords } from "../../core/ydoc/wordTimes"

/** So long what is heard may be looked for where it stood before. */
const STALE_MS = 1_000

export interface HeardWords {
  /** When words are said and where they stand, in the order of the text. */
  readonly now: () => readonly WordTime[]
  readonly destroy: () => void
}

/** Follows the words whose times are known through what is written; looked for anew only when somebody asks. */
export function heardWords(doc: Y.Doc, kept: KeptWordTimes | null): HeardWords {
  let words: readonly WordTime[] = []
  let readAt = Number.NEGATIVE_INFINITY
  let isStale = kept !== null
  const changed = () => {
    isStale = kept !== null
  }
  doc.on("update", changed)
  return {
    now() {
      if (kept && isStale && performance.now() - readAt > STALE_MS) {
        words = standingWords(doc, kept)
        readAt = performance.now()
        isStale = false
      }
      return words
    },
    destroy: () => doc.off("update", changed),
  }
}
