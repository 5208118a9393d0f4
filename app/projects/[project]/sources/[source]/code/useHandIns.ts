"use client"

import { useCallback, useMemo } from "react"
import type { PassageId } from "../../../../../../core/model"
import type { Layer } from "../../../../../../core/ydoc/layer"
import type { NotKept } from "../../../../../_device/device"
import { newId } from "../../../../../_sync/newId"
import type { Command, RefusedCommand } from "../../../../../_sync/outbox"
import type { PlacedCoding } from "../../../../../_sync/useLayer"
import { useOutbox } from "../../../../../_sync/useOutbox"
import type { DeskPassage, DeskSource, OwnState } from "./deskSource"
import { passageStates, type ShownState } from "./passageStates"

interface Answer {
  readonly revision?: number
  readonly revealed?: boolean
  readonly lost?: readonly string[]
}

export interface HandIns {
  readonly states: ReadonlyMap<PassageId, ShownState>
  readonly refused: readonly RefusedCommand[]
  /** Why what waits would be lost with this window; null where it would not, or nothing waits. */
  readonly notKept: NotKept | null
  /** Completes a passage with its codings as the screen shows them. */
  complete(passage: DeskPassage, codings: readonly PlacedCoding[], layer: Layer): void
  takeBack(passage: PassageId): void
  forgetRefused(key: string): void
}

/** One's hand-ins of a source: kept on this device until the server has answered them. */
export function useHandIns(
  { source, passages, mine }: DeskSource,
  revealed: (passage: PassageId) => boolean,
  on: {
    /** Null: answered to another tab. */
    readonly answered: (passage: PassageId, own: OwnState | null) => void
    readonly lost: (count: number) => void
  },
): HandIns {
  const path = `/api/sources/${source.id}/hand-ins`
  const outbox = useOutbox((command, answer) => {
    if (command.path !== path) return
    const passage = String(command.body.passage)
    if (answer === undefined) return on.answered(passage, null)
    const { revision = 0, revealed, lost = [] } = (answer ?? {}) as Answer
    const handedIn = revealed ? "revealed" : "handed-in"
    on.answered(passage, { revision, state: command.method === "POST" ? handedIn : "open" })
    if (lost.length > 0) on.lost(lost.length)
  })

  const { waiting, refused, notKept, add, forgetRefused } = outbox
  const states = useMemo(
    () =>
      passageStates(
        passages,
        mine ?? {},
        waiting.filter((command) => command.path === path),
        revealed,
      ),
    [passages, mine, waiting, path, revealed],
  )

  const send = useCallback(
    (method: Command["method"], body: Command["body"]) =>
      add({ key: newId(), method, path, body, madeAt: new Date().toISOString() }),
    [add, path],
  )

  return {
    states,
    refused: useMemo(() => refused.filter((command) => command.path === path), [refused, path]),
    notKept,
    forgetRefused,
    complete(passage, codings, layer) {
      const inside = codings.filter((coding) => coding.from < passage.to && coding.to > passage.from)
      const used = new Set(inside.map((coding) => coding.code))
      send("POST", {
        passage: passage.id,
        codings: inside.map(({ from: _from, to: _to, ...coding }) => coding),
        suggestedCodes: layer.suggestedCodes.filter((code) => used.has(code.id)),
        idempotencyKey: newId(),
        expectedRevision: states.get(passage.id)?.revision ?? 0,
      })
    },
    takeBack: (passage) => send("DELETE", { passage, expectedRevision: states.get(passage)?.revision ?? 0 }),
  }
}
