import { eraseInNotes } from "../../core/ydoc/fieldNotes"
import { eraseInRich, MEMO_FIELD } from "../../core/ydoc/richText"
import { collect } from "./collect"

/** What is to go from a document that several write. */
export interface Cleaning {
  readonly of: "memo" | "notes"
  readonly words: string
  readonly mark: string
}

/** A memo, or live notes, as one update, without a word or name, and without what was deleted from it before. */
export function cleanTogether(updates: readonly Uint8Array[], { of, words, mark }: Cleaning): Uint8Array {
  return collect(updates, (doc) =>
    of === "memo" ? eraseInRich(doc, [MEMO_FIELD], words, mark) : eraseInNotes(doc, words, mark),
  ).state
}
