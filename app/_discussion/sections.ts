import { agenda } from "../../core/agenda"
import type { MemberId } from "../../core/model"
import type { DisagreementKind } from "../../core/reading"
import type { FlagView } from "../../core/view"
import { waitsFor } from "./readings"

export type SectionName = "mine" | "open" | "theirs" | "referred" | "parked" | "boundaries" | "settled"

/** One thing to talk about, with its flags in the order of the text. */
export interface Topic {
  readonly kind: DisagreementKind
  readonly codes: readonly string[]
  readonly flags: readonly FlagView[]
}

export interface Section {
  readonly name: SectionName
  readonly topics: readonly Topic[]
  readonly count: number
}

interface Reader {
  readonly me: MemberId
  /** False for those who only look: nothing waits for them. */
  readonly isCoder: boolean
  readonly discussBoundaries: boolean
}

const inOrder: readonly SectionName[] = [
  "mine",
  "open",
  "theirs",
  "referred",
  "parked",
  "boundaries",
  "settled",
]

/**
 * What there is to discuss, as one reader finds it: what waits for their answer, what nobody has spoken to, what waits
 * for others, and last what is settled. Different cuttings that the project does not discuss are gathered apart.
 */
export function sectionsOf(flags: readonly FlagView[], reader: Reader): Section[] {
  const inText = [...flags].sort(
    (one, other) => one.text.from - other.text.from || one.text.to - other.text.to,
  )
  return inOrder.flatMap((name) => {
    const own = inText.filter((flag) => sectionOf(flag, reader) === name)
    return own.length === 0 ? [] : [{ name, topics: agenda(own), count: own.length }]
  })
}

/** How many wait to be talked over: not those settled, parked, referred, nor quiet cuttings. */
export function countToDiscuss(flags: readonly FlagView[], reader: Reader): number {
  const names: readonly SectionName[] = ["mine", "open", "theirs"]
  return flags.filter((flag) => names.includes(sectionOf(flag, reader))).length
}

/** The flags in the order in which the eye meets them, for the next and the one before. */
export function inReadingOrder(sections: readonly Section[]): FlagView[] {
  return sections.flatMap(({ topics }) => topics.flatMap(({ flags }) => flags))
}

export function sectionOf(flag: FlagView, { me, isCoder, discussBoundaries }: Reader): SectionName {
  switch (flag.standing.is) {
    case "resolved":
    case "settled":
      return "settled"
    case "referred":
      return "referred"
    case "parked":
      return "parked"
    case "proposed":
      return isCoder && waitsFor(flag, me) === "me" ? "mine" : "theirs"
    case "open":
      return flag.kind === "boundary" && !discussBoundaries ? "boundaries" : "open"
  }
}
