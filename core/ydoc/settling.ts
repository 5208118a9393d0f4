import * as Y from "yjs"
import { type Alias, aliasesAmong, aliasOf, readAliases, twinsIn, writeAliases } from "./aliases"
import { type CharId, deleteRange, holds, insertBehind, keyOf, pieceOf } from "./items"
import { stands } from "./places"
import { attributesOf, openingWith } from "./source"

/** Says that a change follows from what several did at once, and is nobody's own act. */
const SETTLE = "settle"

/**
 * Puts right what came of acts that did not know of each other (C22). Where two brought back or moved the same words, the
 * words stand twice: all but the first are deleted by their ids. Where words were brought back while somebody wrote
 * beside them, chance decides which stand first: what was brought back goes to where it was. Everyone may do so
 * whenever aliases arrive: what two put right at once is put right again.
 */
export function settle(doc: Y.Doc, arrived: readonly Alias[] = readAliases(doc)): void {
  const surplus = surplusOf(doc, arrived)
  if (surplus.length > 0) {
    doc.transact((transaction) => {
      for (const id of surplus) deleteRange(transaction, doc.getText("text"), { ...id, length: 1 })
    }, SETTLE)
  }
  const astray = astrayOf(doc, arrived)
  if (astray.length > 0) doc.transact((transaction) => putBack(transaction, astray), SETTLE)
}

/** Settles what others' aliases and words bring, as they arrive. */
export function keepSettled(doc: Y.Doc): () => void {
  const aliases = doc.getArray("aliases")
  const arrived = (transaction: Y.Transaction) => {
    const { local, beforeState, afterState, changedParentTypes } = transaction
    if (local || aliases.length === 0) return
    const events = changedParentTypes.get(aliases) ?? []
    const news = events.flatMap(({ changes }) => changes.delta.flatMap(({ insert }) => insert ?? []))
    settle(doc, [...aliasesAmong(doc, news as unknown[]), ...besideGone(doc, beforeState, afterState)])
  }
  doc.on("afterTransaction", arrived)
  return () => doc.off("afterTransaction", arrived)
}

/** The aliases of characters that are gone, beside which something was written. */
function besideGone(doc: Y.Doc, before: Map<number, number>, after: Map<number, number>): Alias[] {
  const text = doc.getText("text")
  const gone: CharId[] = []
  for (const [client, end] of after) {
    for (let clock = before.get(client) ?? 0; clock < end; ) {
      const place = pieceOf(text, { client, clock })
      const origin = place?.inside === 0 ? place.item.origin : null
      if (origin && pieceOf(text, origin)?.item.deleted) gone.push(origin)
      clock += place ? place.item.length - place.inside : 1
    }
  }
  if (gone.length === 0) return []
  return readAliases(doc).flatMap(([client, clock, length, newClient, newClock, ...moved]) =>
    gone
      .filter((id) => holds({ client, clock, length }, id))
      .map((id): Alias => [client, id.clock, 1, newClient, newClock + id.clock - clock, ...moved]),
  )
}

/** The characters that stand a second time. */
function surplusOf(doc: Y.Doc, arrived: readonly Alias[]): CharId[] {
  const text = doc.getText("text")
  const twins = twinsIn(readAliases(doc))
  const surplus = new Map<string, CharId>()
  for (const id of renamed(doc, arrived)) {
    const standing = twins.of(id.old).filter((twin) => stands(text, twin))
    if (standing.length < 2) continue
    const [, ...others] = standing.sort((one, other) => (twins.precedes(one, other) ? -1 : 1))
    for (const { client, clock } of others) surplus.set(keyOf({ client, clock }), { client, clock })
  }
  return [...surplus.values()]
}

/** A character that was brought back to where `root` is, and stands elsewhere. */
interface Astray {
  readonly root: CharId
  readonly now: CharId
}

function astrayOf(doc: Y.Doc, arrived: readonly Alias[]): Astray[] {
  const text = doc.getText("text")
  const twins = twinsIn(readAliases(doc))
  const astray = new Map<string, Astray>()
  for (const { fresh, moved } of renamed(doc, arrived)) {
    if (moved || !stands(text, fresh)) continue
    const inPlace = (id: CharId) => twins.before(id).filter((twin) => !twin.moved)
    const { client, clock } = inPlace(fresh).find((twin) => inPlace(twin).length === 1)!
    const root = { client, clock }
    const isSame = (id: CharId) => twins.of(root).some((twin) => keyOf(twin) === keyOf(id))
    if (isAstray(text, root, fresh, isSame)) astray.set(keyOf(root), { root, now: fresh })
  }
  return [...astray.values()]
}

/** Whether something stands between a character and what it was brought back as that was written without knowing of that. */
function isAstray(text: Y.Text, root: CharId, fresh: CharId, isSame: (id: CharId) => boolean): boolean {
  const passed: Y.Item[] = []
  for (let item: Y.Item | null = pieceOf(text, fresh)!.item; item !== null; item = item.left) {
    if (holds({ ...item.id, length: item.length }, root)) return false
    const { origin, rightOrigin } = item
    const knew = rightOrigin && passed.some(({ id, length }) => holds({ ...id, length }, rightOrigin))
    const isOther = passed.length > 0 && !isSame(item.id)
    if (isOther && origin && keyOf(origin) === keyOf(root) && !knew) return true
    passed.push(item)
  }
  return false
}

function putBack(transaction: Y.Transaction, astray: readonly Astray[]): void {
  const { doc } = transaction
  const text = doc.getText("text")
  const aliases = astray.flatMap(({ root, now }) => {
    const { item, inside } = pieceOf(text, now)!
    const { content } = item
    const again =
      content instanceof Y.ContentString
        ? new Y.ContentString(content.str[inside]!)
        : openingWith(attributesOf(item))
    const fresh = insertBehind(transaction, text, root, again)
    deleteRange(transaction, text, { ...now, length: 1 })
    return [aliasOf({ ...root, length: 1 }, fresh), aliasOf({ ...now, length: 1 }, fresh)]
  })
  writeAliases(doc, aliases)
}

/** The single characters that aliases speak of, as far as they are known here. */
function* renamed(doc: Y.Doc, aliases: readonly Alias[]) {
  for (const [client, clock, length, newClient, newClock, moved] of aliases) {
    const known = Math.min(length, Y.getState(doc.store, client) - clock)
    for (let inside = 0; inside < known; inside++) {
      yield {
        old: { client, clock: clock + inside },
        fresh: { client: newClient, clock: newClock + inside },
        moved: moved === 1,
      }
    }
  }
}
