import type { PassageId } from "../../../../../../core/model"
import type { Command } from "../../../../../_sync/outbox"
import type { OwnState, PassageState } from "./deskSource"

/** A passage as one's own screen shows it: what the server said, and what waits to be sent on top of it. */
export interface ShownState {
  readonly state: PassageState
  /** Something about it has not been answered yet. */
  readonly waiting: boolean
  /** What the next command about it must name. */
  readonly revision: number
}

/**
 * Overlays waiting commands on what the server said. A revealed passage stays revealed whatever waits: the server
 * will refuse, and say why.
 */
export function passageStates(
  passages: readonly { readonly id: PassageId }[],
  own: Readonly<Record<PassageId, OwnState>>,
  waiting: readonly Pick<Command, "method" | "body">[],
  revealed: (passage: PassageId) => boolean,
): ReadonlyMap<PassageId, ShownState> {
  return new Map(
    passages.map(({ id }) => {
      const { revision, state } = own[id] ?? { revision: 0, state: "open" as const }
      const pending = waiting.filter((command) => command.body.passage === id)
      const last = pending.at(-1)
      const wanted: PassageState = last ? (last.method === "POST" ? "handed-in" : "open") : state
      const shown: PassageState = state === "revealed" || revealed(id) ? "revealed" : wanted
      return [id, { state: shown, waiting: pending.length > 0, revision: revision + pending.length }]
    }),
  )
}
