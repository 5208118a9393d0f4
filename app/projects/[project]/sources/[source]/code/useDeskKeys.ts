"use client"

import type { RefObject } from "react"
import type { PlayerHandle } from "./DeskPlayer"
import type { DeskKnown } from "./useDesk"
import type { Hand } from "./useHand"
import { useKeys } from "./useKeys"
import type { Place } from "./usePlace"

interface On {
  readonly player: RefObject<PlayerHandle | null>
  readonly filter: RefObject<HTMLInputElement | null>
  readonly nameNewCode: () => void
  readonly startMemo: () => void
  readonly closePanel: () => void
}

/** Every key of the desk; ShortcutsDialog lists them. */
export function useDeskKeys(known: DeskKnown, place: Place, hand: Hand, on: On, single: boolean): void {
  const { codes, turns } = known
  const { selected, chosen, vivo, lastCode } = hand
  const { span } = selected
  const { mark, isChangeable } = chosen
  const skip = (by: 1 | -1) => on.player.current?.skip(by)
  const toggle = () => on.player.current?.toggle()
  const remove = mark ? hand.remove : undefined
  const code = () => {
    if (span) hand.setOpened("code")
    else if (isChangeable) hand.setOpened("recode")
  }
  const playHere = () => {
    const from = span?.from ?? mark?.from
    const turn =
      from === undefined ? null : turns.findLast((each) => each.from <= from && each.startMs !== null)
    if (turn?.startMs != null) on.player.current?.playFrom(turn.startMs)
  }
  useKeys(
    {
      c: code,
      enter: span ? code : undefined,
      v: span && vivo ? () => hand.create(vivo) : undefined,
      n: span ? code : on.nameNewCode,
      r: span && lastCode ? () => hand.apply(lastCode.id) : undefined,
      m: on.startMemo,
      e: span ? () => hand.setOpened("correct") : undefined,
      u: remove,
      delete: remove,
      backspace: remove,
      j: () => hand.neighbour(1),
      k: () => hand.neighbour(-1),
      p: playHere,
      ...Object.fromEntries(
        codes.list.applicable.slice(0, 9).map((each) => [String(each.digit), () => hand.press(each)]),
      ),
      "/": () => on.filter.current?.focus(),
      "?": () => hand.setOpened("shortcuts"),
      "mod+z": hand.undo,
      "mod+shift+z": hand.redo,
      "mod+y": hand.redo,
      "shift+enter": () => place.read && hand.complete(place.read),
      space: toggle,
      "ctrl+space": toggle,
      "alt+arrowright": () => (isChangeable ? chosen.step("end", 1) : skip(1)),
      "alt+arrowleft": () => (isChangeable ? chosen.step("end", -1) : skip(-1)),
      "alt+shift+arrowright": () => chosen.step("start", 1),
      "alt+shift+arrowleft": () => chosen.step("start", -1),
      escape: () => (span ? selected.select(null) : mark ? hand.choose(null) : on.closePanel()),
    },
    single,
  )
}
