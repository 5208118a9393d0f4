import type { Act } from "../../../../../_keys/acts"
import { SKIP_MS } from "../../../../../_sound/PlayerStrip"
import { paced } from "../../../../../_sound/pace"
import type { Player } from "../../../../../_sound/usePlayer"

type Acts = Readonly<Partial<Record<Act, () => void>>>

/** What one does by keys to hear while one writes. */
export function soundActsOf(player: Player, again: Pick<Acts, "loop" | "loopTurn">): Acts {
  return {
    play: player.toggle,
    back: () => player.skip(-SKIP_MS),
    forth: () => player.skip(SKIP_MS),
    slower: () => player.setRate(paced(player.rate, -1)),
    faster: () => player.setRate(paced(player.rate, 1)),
    ...again,
  }
}
