import type { MemberId, PlacedTurn, ProjectId, Span } from "../../core/model"
import type { FlagView, Person, RevealedCoding } from "../../core/view"
import type { Services } from "../services"
import type { RevealedSource } from "./revealed"
import { reviewOf } from "./review"
import { revealedSources } from "./tree"

/** One thing for the supervisor to decide: the words, the two readings, the sound, what was said. */
export interface QueueItem {
  readonly source: { readonly id: string; readonly title: string }
  readonly flag: FlagView
  readonly readings: readonly RevealedCoding[]
  readonly people: readonly Person[]
  /** The turns around the words; offsets are the transcript's. */
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly { readonly id: string; readonly label: string; readonly interviewer: boolean }[]
}

/** What waits for a supervisor in a project, oldest referral first. */
export async function queueOf(
  services: Pick<Services, "db" | "docs">,
  project: ProjectId,
): Promise<QueueItem[]> {
  const items: QueueItem[] = []
  for (const read of await revealedSources(services, project)) {
    const referred = read.passages
      .flatMap(({ flags }) => flags)
      .filter((flag) => flag.standing.is === "referred")
    if (referred.length === 0) continue
    const review = await reviewOf(services, read.id)
    for (const { group } of referred) {
      const flag = review.flags[group.id]!
      items.push({
        source: { id: read.id, title: read.title },
        flag,
        readings: flag.units.map((unit) => review.codings[unit]!),
        people: Object.values(review.people),
        turns: around(read, flag.text),
        speakers: read.speakers,
      })
    }
  }
  return items.sort((one, other) => (referredAt(one) < referredAt(other) ? -1 : 1))
}

/**
 * The same with the coders' names hidden (B21): in each item the two are "one" and "other", drawn anew per
 * disagreement; no member ids, no times, no order that tells who is A.
 */
export function hideNames(items: readonly QueueItem[], draw: () => number): QueueItem[] {
  return items.map((item) => {
    const coders = [...new Set(item.readings.map((reading) => reading.coder))].sort()
    if (draw() < 0.5) coders.reverse()
    const label = new Map(coders.map((coder, place) => [coder, place === 0 ? "one" : "other"] as const))
    const named = (id: MemberId) => label.get(id) ?? "hidden"
    const { standing } = item.flag
    return {
      ...item,
      people: [],
      readings: item.readings
        .map((reading) => {
          const who = named(reading.coder)
          return {
            ...reading,
            coder: who,
            side: who === "one" ? ("a" as const) : ("b" as const),
            unit: who,
            id: who,
            memo: null,
          }
        })
        .sort((one, other) => (one.coder < other.coder ? 1 : -1)),
      flag: {
        ...item.flag,
        units: [],
        beside: [],
        listenings: [],
        history: [],
        standing:
          standing.is === "referred"
            ? { is: "referred", referral: { by: "hidden", reason: standing.referral.reason, at: "" } }
            : standing,
      },
    }
  })
}

function around(read: RevealedSource, span: Span): PlacedTurn[] {
  const first = read.turns.findIndex((turn) => turn.to > span.from)
  const last = read.turns.findLastIndex((turn) => turn.from < span.to)
  return read.turns.slice(Math.max(0, first - 1), last + 2)
}

function referredAt({ flag }: QueueItem): string {
  return flag.standing.is === "referred" ? flag.standing.referral.at : ""
}
