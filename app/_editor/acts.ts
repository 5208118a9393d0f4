import type { Transaction } from "@tiptap/pm/state"
import { ReplaceStep } from "@tiptap/pm/transform"
import type { History } from "../../core/ydoc/history"

/** So long a pause ends what one undo takes back. */
const PAUSE_MS = 700

/**
 * Says where an act ends and the next begins: at a pause, where writing turns into deleting or back, and around
 * whatever is more than a key's worth. To be told of each transaction before it is written.
 */
export function actsOf(history: History, now: () => number = Date.now): (transaction: Transaction) => void {
  let last = Number.NEGATIVE_INFINITY
  let kind = ""
  return (transaction) => {
    if (!transaction.docChanged) return
    const next = kindOf(transaction)
    const goesOn = next !== "other" && next === kind && now() - last < PAUSE_MS
    if (!goesOn) history.close()
    last = now()
    kind = next
  }
}

function kindOf({ steps, docs }: Transaction): "writing" | "deleting" | "other" {
  const [step, ...more] = steps
  if (!(step instanceof ReplaceStep) || more.length > 0) return "other"
  const isWithin = docs[0]!.resolve(step.from).sameParent(docs[0]!.resolve(step.to))
  const { size, openStart } = step.slice
  if (!isWithin || openStart > 0) return "other"
  if (size === 0) return step.to - step.from === 1 ? "deleting" : "other"
  return step.to === step.from && size <= 2 ? "writing" : "other"
}
