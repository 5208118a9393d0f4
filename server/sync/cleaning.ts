import { eraseInRich } from "../../core/ydoc/richText"
import { collect } from "./collect"

/** What is to go from a rich text. */
export interface Cleaning {
  /** All that are written in. */
  readonly fields: readonly string[]
  readonly words: string
  readonly mark: string
}

/** A rich text as one update, without a word or name, and without what was deleted from it before. */
export function cleanRich(updates: readonly Uint8Array[], { fields, words, mark }: Cleaning): Uint8Array {
  return collect(updates, (doc) => eraseInRich(doc, fields, words, mark)).state
}
