/** Reading a transcript again together: one reads, the others see where, and go along (C46). */
import { TextSelection, type Transaction } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import * as Y from "yjs"
import type { MemberId } from "../../core/model"
import type { HeldPlace, Rereading } from "../../core/rereading"
import { FROM_TEXT } from "./binding"
import type { Others } from "./carets"
import { followersOf, readerAmong } from "./rereaders"
import { offsetOf, positionOf } from "./selection"
import { bringTurnIntoView, markedTurn, scrollerOf, turnInView } from "./turnShown"

/** What somebody is to a reading. */
export type Part =
  | { readonly kind: "none"; readonly invitedBy: MemberId | null }
  | { readonly kind: "reading"; readonly followedBy: readonly MemberId[] }
  /** `away`: looking at another part of the transcript. */
  | { readonly kind: "following"; readonly reader: MemberId; readonly away: boolean }

export interface RereadingTogether {
  readonly part: () => Part
  /** Calls back when one's part has changed; answers its remover. */
  readonly onChange: (changed: () => void) => () => void
  /** Reads, or goes along with who reads already; ends what one does. */
  readonly toggle: () => void
  /** Reads no more, goes along no more, or does not wish to. */
  readonly leave: () => void
  /** Looks again where the reader is. */
  readonly back: () => void
  /** Goes on so many turns, as the reader. */
  readonly step: (by: number) => void
  /** Puts the cursor at the end of the turn that is read, where it is in no remark and in another turn. */
  readonly comeToTurn: () => void
  /** To be told of each transaction. */
  readonly applied: (transaction: Transaction) => void
  /** To be told which turn the recording says. */
  readonly sounds: (turn: number) => void
  readonly destroy: () => void
}

/** Whoever has just written is left so long where they are. */
const BUSY_MS = 4_000

export function rereadingTogether(view: EditorView, doc: Y.Doc, others: Others): RereadingTogether {
  const { awareness } = others
  const places = placesIn(view, doc)
  const listeners = new Set<() => void>()
  const mark = markedTurn(view, "reread")
  let own: Rereading | null = null
  /** Whose invitation is not wanted. */
  let declined: number | null = null
  let away = false
  let busy: ReturnType<typeof setTimeout> | undefined
  let shown = ""

  const isReading = () => own !== null && "reads" in own
  const isFollowing = () => own !== null && !isReading()
  const say = (next: Rereading | null) => {
    own = next
    // What is undefined is left out where it crosses.
    awareness.setLocalStateField("rereading", next ?? undefined)
    look()
  }
  const turnRead = () => {
    const place = own && ("reads" in own ? own.reads : readerAmong(others)?.place)
    return place ? places.turnOf(place) : null
  }
  const part = (): Part => {
    if (isReading()) return { kind: "reading", followedBy: followersOf(others) }
    const reader = readerAmong(others)
    if (own && reader) return { kind: "following", reader: reader.member, away }
    return { kind: "none", invitedBy: reader && reader.client !== declined ? reader.member : null }
  }
  const look = () => {
    if (view.isDestroyed) return
    const reader = readerAmong(others)
    if (!reader) declined = null
    // Two began at once: one of them goes along.
    if (isReading() && reader && reader.client < awareness.clientID) return follow(reader.member)
    if (own && "with" in own && reader?.member !== own.with)
      return say(reader ? { with: reader.member } : null)
    const turn = turnRead()
    if (mark(turn)) catchUp()
    document.body.toggleAttribute("data-keeps-escape", isFollowing())
    const now = JSON.stringify(part())
    if (now === shown) return
    shown = now
    for (const changed of listeners) changed()
  }
  const catchUp = () => {
    const turn = turnRead()
    if (isFollowing() && turn !== null && !away && busy === undefined) bringTurnIntoView(view, turn)
  }
  const follow = (reader: MemberId) => {
    away = false
    say({ with: reader })
    catchUp()
  }
  const readAt = (turn: number) => {
    if (turnRead() !== turn) say({ reads: places.at(turn) })
  }
  const leave = () => {
    if (!isReading()) declined = readerAmong(others)?.client ?? null
    away = false
    say(null)
  }
  const goAway = () => {
    if (!isFollowing() || away) return
    away = true
    look()
  }
  const forgetHands = hearHands(view, {
    scrolls: goAway,
    escapes: () => {
      if (isFollowing()) leave()
    },
    writes() {
      clearTimeout(busy)
      busy = setTimeout(() => {
        busy = undefined
        catchUp()
      }, BUSY_MS)
    },
  })
  awareness.on("change", look)
  look()
  return {
    part,
    onChange(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    toggle() {
      const reader = readerAmong(others)
      if (own) leave()
      else if (reader) follow(reader.member)
      else say({ reads: places.at(turnInView(view, view.state.selection.$head.index(0))) })
    },
    leave,
    back() {
      away = false
      clearTimeout(busy)
      busy = undefined
      look()
      catchUp()
    },
    step(by) {
      const turn = turnRead()
      if (!isReading() || turn === null) return
      const next = Math.max(0, Math.min(view.state.doc.childCount - 1, turn + by))
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, places.beginning(next))))
      view.focus()
      readAt(next)
      bringTurnIntoView(view, next)
    },
    comeToTurn() {
      const turn = turnRead()
      const { $head, empty } = view.state.selection
      const isInRemark = /\([^()]*$/u.test($head.parent.textContent.slice(0, $head.parentOffset))
      if (turn === null || turn === $head.index(0) || isInRemark || !empty) return
      const end = places.beginning(turn) + view.state.doc.child(turn).content.size
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)))
    },
    applied(transaction) {
      if (!own) return
      const isOwnMove = transaction.selectionSet && !transaction.getMeta(FROM_TEXT)
      if (isReading() && isOwnMove) readAt(view.state.selection.$head.index(0))
      look()
    },
    sounds(turn) {
      if (isReading()) readAt(turn)
    },
    destroy() {
      awareness.off("change", look)
      forgetHands()
      clearTimeout(busy)
      mark(null)
      listeners.clear()
      document.body.removeAttribute("data-keeps-escape")
      awareness.setLocalStateField("rereading", undefined)
    },
  }
}

/** Turns, and the characters by which they are known elsewhere. */
function placesIn(view: EditorView, doc: Y.Doc) {
  const text = doc.getText("text")
  const beginning = (turn: number) => {
    let at = 1
    for (let before = 0; before < turn; before++) at += view.state.doc.child(before).nodeSize
    return at
  }
  return {
    beginning,
    at(turn: number): HeldPlace {
      const offset = offsetOf(view.state.doc, beginning(turn))
      return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset, 0))
    },
    turnOf(place: HeldPlace): number | null {
      try {
        const held = Y.createRelativePositionFromJSON(place)
        const found = Y.createAbsolutePositionFromRelativePosition(held, doc)
        if (found?.type !== text) return null
        return view.state.doc.resolve(positionOf(view.state.doc, found.index)).index(0)
      } catch {
        // Yjs looks for whatever it is told.
        return null
      }
    },
  }
}

interface Hands {
  /** Looks elsewhere by a hand of one's own. */
  readonly scrolls: () => void
  readonly escapes: () => void
  readonly writes: () => void
}

function hearHands(view: EditorView, { scrolls, escapes, writes }: Hands): () => void {
  const scroller = scrollerOf(view)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "PageUp" || event.key === "PageDown") scrolls()
    if (event.key === "Escape" && !isOthers(event.target)) escapes()
  }
  const onPress = (event: PointerEvent) => {
    if (event.target === scroller) scrolls()
  }
  const moves = ["wheel", "touchmove"] as const
  for (const move of moves) scroller?.addEventListener(move, scrolls, { passive: true })
  scroller?.addEventListener("pointerdown", onPress)
  view.dom.addEventListener("beforeinput", writes)
  window.addEventListener("keydown", onKey, { capture: true })
  return () => {
    for (const move of moves) scroller?.removeEventListener(move, scrolls)
    scroller?.removeEventListener("pointerdown", onPress)
    view.dom.removeEventListener("beforeinput", writes)
    window.removeEventListener("keydown", onKey, { capture: true })
  }
}

/** Whether Escape closes something nearer. */
function isOthers(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return true
  const keeper = target instanceof HTMLElement ? target.closest("input, [data-keeps-escape]") : null
  return keeper !== null && keeper !== document.body
}
