import * as Y from "yjs"
import { type Alias, readAliases, readAll, twinsIn } from "./aliases"
import { type CharId, deleteRange, isBefore } from "./items"
import { stands } from "./places"

/** Says that a change follows from what several did at once, and is nobody's own act. */
const SETTLE = "settle"

/**
 * Where two brought back or moved the same words at once, without knowing of each other, the words stand twice. Deletes
 * all but the first by their ids (C22). Everyone may do so whenever aliases arrive: all delete the same.
 */
export function settle(doc: Y.Doc, arrived: readonly Alias[] = readAliases(doc)): void {
  const text = doc.getText("text")
  const twins = twinsIn(readAliases(doc))
  const surplus: CharId[] = []
  for (const [client, clock, length] of arrived) {
    const known = Math.min(length, Y.getState(doc.store, client) - clock)
    for (let inside = 0; inside < known; inside++) {
      const standing = twins.of({ client, clock: clock + inside }).filter((twin) => stands(text, twin))
      if (standing.length < 2) continue
      const [, ...others] = standing.sort((one, other) => (isBefore(one, other) ? -1 : 1))
      surplus.push(...others)
    }
  }
  if (surplus.length === 0) return
  doc.transact((transaction) => {
    for (const id of surplus) deleteRange(transaction, text, { ...id, length: 1 })
  }, SETTLE)
}

/** Settles what others' aliases bring, as they arrive. */
export function keepSettled(doc: Y.Doc): () => void {
  const aliases = doc.getArray("aliases")
  const arrived = (event: Y.YArrayEvent<unknown>, { local }: Y.Transaction) => {
    if (!local) settle(doc, readAll(event.changes.delta.flatMap(({ insert }) => (insert as unknown[]) ?? [])))
  }
  aliases.observe(arrived)
  return () => aliases.unobserve(arrived)
}
