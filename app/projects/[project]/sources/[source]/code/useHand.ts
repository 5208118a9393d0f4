"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type * as Y from "yjs"
import type { Anchor } from "../../../../../../core/anchor"
import type { CodeId, CodingId, Span } from "../../../../../../core/model"
import { anchorTo, edgesOf as edgesOfAnchors } from "../../../../../../core/ydoc/anchors"
import type { OwnLayer } from "../../../../../_sync/useLayer"
import { passagesOf } from "../../../../../_transcript/groupTurns"
import { edgesOf } from "../../../../../_transcript/textOnPage"
import type { Keeping } from "../../../../../_transcript/useKeptWords"
import { useSelectedWords } from "../../../../../_transcript/useSelectedWords"
import { useToast } from "../../../../../_ui/Toasts"
import type { ListedCode } from "./codeList"
import type { DeskPassage, PassageState } from "./deskSource"
import { markAt } from "./marks"
import { inVivoName } from "./matchCodes"
import { useActs } from "./useActs"
import { useChosen } from "./useChosen"
import type { DeskKnown } from "./useDesk"
import { useMemos } from "./useMemos"
import type { Place } from "./usePlace"

/** What lies open above the text. */
export type Opened = "code" | "recode" | "correct" | "shortcuts" | null

/**
 * What the coder's hand holds and does: words selected or a coding chosen, never both; the acts that every button, key
 * and panel of the desk calls.
 */
export function useHand(known: DeskKnown, place: Place) {
  const { seen, layer, doc, text, passages, stateOf, codes, words, marks, handIns, states } = known
  const t = useTranslations("desk")
  const say = useToast()
  const [opened, setOpened] = useState<Opened>(null)
  const [last, setLast] = useState<CodeId | null>(null)
  const [looked, setLooked] = useState<CodeId | null>(null)
  const [placing, setPlacing] = useState<CodingId | null>(null)
  const [freezing, setFreezing] = useState<DeskPassage | null>(null)
  const chosen = useChosen(known)
  const { mark, isChangeable } = chosen

  const keeping = useMemo(() => doc && keepingIn(doc, text), [doc, text])
  const on = {
    pressed: (offset: number) => chosen.choose(markAt(marks, offset, chosen.key)?.key ?? null),
    selected(by: "mouse" | "touch" | "keys") {
      chosen.choose(null)
      if (by === "mouse" && placing === null) setOpened("code")
    },
  }
  const selected = useSelectedWords(place.text, words, place.page, on, keeping)
  const { span, select } = selected
  const choose = useCallback(
    (key: string | null) => {
      select(null)
      setOpened(null)
      chosen.choose(key)
    },
    [select, chosen.choose],
  )

  const acts = useActs({
    ...{ seen, layer, doc, text, passages, stateOf },
    isShared: codes.known,
    used: setLast,
  })
  const lastCode = useMemo(() => {
    const recent = last ?? lastUsed(layer.layer.codings)
    return codes.list.applicable.find((code) => code.id === recent) ?? null
  }, [last, layer.layer.codings, codes.list])
  const memos = useMemos(layer, doc, text, place.read)
  const memoField = useRef<HTMLTextAreaElement>(null)
  const [memoWanted, setMemoWanted] = useState(0)
  useEffect(() => {
    if (memoWanted > 0) memoField.current?.focus()
  }, [memoWanted])

  /** Whether it was done: what is not loaded yet takes no coding. */
  function apply(code: CodeId): boolean {
    if (opened === "recode" && mark) {
      if (isChangeable) layer.recode(mark.coding, code)
      setLast(code)
      return true
    }
    if (!span || !acts.code(span, code)) return false
    select(null)
    return true
  }
  /** What was handed in or revealed since stays as it is: the step is not made, and the screen says why. */
  const step = (make: OwnLayer["undo"]) => () => {
    const held: PassageState[] = []
    const mayChange = (span: Span) => {
      const states = passagesOf(passages, span).map(({ id }) => stateOf(id))
      held.push(...states.filter((state) => state !== "open"))
      return held.length === 0
    }
    if (!make(mayChange)) say(t(held.includes("handed-in") ? "handedIn.takeBackFirst" : "revealedStays"))
  }
  const undo = step(layer.undo)

  function finish(passage: DeskPassage): void {
    handIns.complete(passage, layer.codings, layer.layer)
    say({
      about: passage.id,
      text: t("passage.finished", { number: passage.index + 1 }),
      action: { label: t("passage.takeBack"), run: () => handIns.takeBack(passage.id) },
    })
  }

  return {
    /** A coding whose words are gone, and the words it is put on: those that are selected meanwhile. */
    placing,
    setPlacing,
    placeLost(coding: CodingId, span: Span): void {
      if (!acts.place(coding, span)) return
      setPlacing(null)
      select(null)
    },
    ...{ opened, setOpened, chosen, choose, selected, memos, memoField, acts, lastCode, freezing },
    /** The code whose definition is at hand. */
    looked: mark?.code ?? looked,
    /** What the words selected would be called. */
    vivo: span ? inVivoName(text.slice(span.from, span.to)) : "",
    closeFreezing: () => setFreezing(null),
    apply,
    finish,
    create(name: string): boolean {
      if (!acts.create(name, span)) return false
      select(null)
      return true
    },
    /** A press on a code: applies it to what is selected; otherwise shows what it means. */
    press(code: ListedCode) {
      setLooked(code.id)
      if (span || opened === "recode") apply(code.id)
    },
    remove() {
      if (!mark) return
      if (mark.what === "later" && mark.mine) void acts.removeReading(mark.coding)
      else if (mark.what === "late" || isChangeable) {
        layer.remove(mark.coding)
        say({
          text: t("removed", { name: codes.nameOf(mark.code) }),
          action: { label: t("undo"), run: undo },
        })
      } else return say(t(mark.what === "own" ? "handedIn.takeBackFirst" : "revealedStays"))
      choose(null)
    },
    /** A memo about the chosen coding, the selected words, or the passage. */
    startMemo() {
      if (mark?.what !== "own") memos.begin(span)
      setMemoWanted((times) => times + 1)
    },
    undo,
    redo: step(layer.redo),
    /** The first time, what freezes is said first. */
    complete(passage: DeskPassage) {
      if (!layer.ready || stateOf(passage.id) !== "open") return
      const isFirst =
        Object.values(seen.mine ?? {}).every(({ revision }) => revision === 0) &&
        [...states.values()].every((state) => !state.waiting)
      if (isFirst) setFreezing(passage)
      else finish(passage)
    },
    /** The next or previous coding of one's own, from the chosen one or from the passage being read. */
    neighbour(by: 1 | -1) {
      const mine = marks.filter((each) => each.mine)
      const at = mine.findIndex((each) => each.key === chosen.key)
      const beside = mine.findIndex((each) => each.from >= (place.read?.from ?? 0))
      const next = mine[at >= 0 ? at + by : by === 1 ? beside : beside - 1]
      if (!next) return
      choose(next.key)
      show(next)
    },
    show,
  } as const

  /** Brings words into sight, unless they are. */
  function show(words: Span): void {
    const box = place.text && edgesOf(place.text, words)?.first
    const page = place.page.current
    if (!page || !box) return
    const window = page.getBoundingClientRect()
    if (box.top < window.top + 40 || box.bottom > window.bottom - 60)
      page.scrollBy({ top: box.top - window.top - window.height / 3 })
  }
}

export type Hand = ReturnType<typeof useHand>

/** Words selected are held as codings are: by the transcript's characters. */
function keepingIn(doc: Y.Doc, text: string): Keeping {
  return {
    hold: (span) => anchorTo(doc, text, span),
    find: (held) => edgesOfAnchors(doc)(held as Anchor),
  }
}

function lastUsed(codings: readonly { readonly code: CodeId; readonly createdAt: string }[]): CodeId | null {
  let recent = codings[0]
  for (const coding of codings) if (recent && coding.createdAt > recent.createdAt) recent = coding
  return recent?.code ?? null
}
