/** What a transcript that is written takes from the recording by itself: when turns begin that are begun (C40). */
import type { Node } from "@tiptap/pm/model"
import { Plugin, type Transaction } from "@tiptap/pm/state"
import { beginsNow } from "../../core/timeline"
import { FROM_TEXT } from "./binding"

/** A recording that plays or has been played. */
export interface Hearing {
  readonly ms: number
  readonly playing: boolean
}

/** Marks what one act does along with another. */
export const ALONG = "along"
/** Marks words that come from elsewhere: nobody has just heard them. */
export const PASTED = "pasted"

/** When a turn begins that is begun before the turn of this number; null where the sound is elsewhere. */
export function startFrom(hearing: Hearing | null, doc: Node, next: number): number | null {
  if (!hearing) return null
  const starts: unknown[] = doc.children.map(({ attrs }) => attrs.startMs)
  const isKnown = (start: unknown): start is number => typeof start === "number"
  return beginsNow(hearing.ms, {
    before: starts.slice(0, next).findLast(isKnown) ?? null,
    after: starts.slice(next).find(isKnown) ?? null,
  })
}

/** Says when a turn begins as soon as its first word is written, where nothing says it yet. */
export function timedByFirstWord(heard: () => Hearing | null): Plugin {
  return new Plugin({
    appendTransaction(transactions, { doc: before }, state) {
      if (!transactions.some((each) => each.docChanged) || transactions.some(isNoWriting)) return null
      const index = state.selection.$from.index(0)
      const turn = state.doc.maybeChild(index)
      if (!turn || turn.attrs.startMs !== null || turn.content.size === 0) return null
      if (before.childCount !== state.doc.childCount || before.child(index).content.size > 0) return null
      const startMs = startFrom(heard(), state.doc, index)
      if (startMs === null) return null
      const place = state.selection.$from.before(1)
      return state.tr.setNodeAttribute(place, "startMs", startMs).setMeta(ALONG, true)
    },
  })
}

function isNoWriting(transaction: Transaction): boolean {
  return transaction.getMeta(FROM_TEXT) === true || transaction.getMeta(PASTED) === true
}
