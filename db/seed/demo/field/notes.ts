/** What is noted live, told by the turn during which it was: the moment follows the recording when that is made anew. */
import type { Mark, Part, Presence } from "../../../../core/fieldNotes"

/** So long after a turn of the recording begins; the turn by how its words begin. */
export interface DemoMoment {
  readonly turn: string
  readonly afterMs: number
}

export interface DemoMark extends DemoMoment {
  readonly by: "a" | "b"
  readonly kind: Exclude<Mark["kind"], "clap">
  readonly who: Mark["who"]
  readonly sign?: string
  readonly text?: string
}

export interface DemoTick extends DemoMoment {
  /** Of the guide, or of what was added on the day. */
  readonly question: string
}

export interface DemoNotes {
  readonly place: string
  /** Which version of the guide is asked from, from 0. */
  readonly guide: number
  readonly extra: readonly { readonly key: string; readonly text: string }[]
  readonly people: readonly (readonly [letter: string, part: Part, presence: Presence])[]
  readonly signs: readonly string[]
  readonly ticks: readonly DemoTick[]
  readonly marks: readonly DemoMark[]
  readonly debriefing: Readonly<
    Partial<Record<"synthesis" | "impressions" | "context" | "later", readonly string[]>>
  >
}

export const at = (turn: string, afterMs: number): DemoMoment => ({ turn, afterMs })

/** Two words of who speaks. */
export const speaks = (by: DemoMark["by"], letter: string, moment: DemoMoment, text: string): DemoMark => ({
  by,
  kind: "speaks",
  who: [letter],
  text,
  ...moment,
})

export const sign = (
  by: DemoMark["by"],
  name: string,
  who: Mark["who"],
  moment: DemoMoment,
  text = "",
): DemoMark => ({ by, kind: "sign", sign: name, who, text, ...moment })

export const note = (
  by: DemoMark["by"],
  who: readonly string[],
  moment: DemoMoment,
  text: string,
): DemoMark => ({
  by,
  kind: "note",
  who,
  text,
  ...moment,
})
