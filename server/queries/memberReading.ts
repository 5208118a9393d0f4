import { eq } from "drizzle-orm"
import { isLost } from "../../core/anchor"
import { shownTurns } from "../../core/memberCheck"
import { resolverOf } from "../../core/ydoc/anchors"
import { placeOfTurn, turnAround } from "../../core/ydoc/turnPlaces"
import { memberComment } from "../../db/schema"
import { heldToRead, lightenTranscript } from "../documents"
import type { Services } from "../services"
import type { OpenLink } from "./memberChecks"

export interface WrittenComment {
  readonly key: string
  readonly body: string
}

/** A turn as its reader sees it, with what they wrote about it. */
export interface ReadTurn {
  readonly place: string
  /** Who said it: its label, null where that is not known. */
  readonly label: string | null
  readonly own: boolean
  /** What stood before it is not shown. */
  readonly apart: boolean
  readonly text: string
  readonly comments: readonly WrittenComment[]
}

export interface MemberReading {
  readonly label: string | null
  readonly turns: readonly ReadTurn[]
  /** About the whole, and about turns that are gone. */
  readonly general: readonly WrittenComment[]
}

/** What a link shows, as the transcript stands now; nothing of it is copied anywhere (K4). */
export async function memberReading(
  services: Pick<Services, "db" | "docs" | "collector" | "heldDocs">,
  link: OpenLink,
): Promise<MemberReading> {
  await lightenTranscript(services, link.source)
  const { doc, text, turns, speakers } = await heldToRead(services.db, services, link.source)
  const rows = await services.db
    .select({ key: memberComment.key, body: memberComment.body, anchor: memberComment.anchor })
    .from(memberComment)
    .where(eq(memberComment.check, link.id))
    .orderBy(memberComment.createdAt, memberComment.id)
  const shown = shownTurns(turns, link)
  const isShown = new Set(shown.map(({ index }) => index))
  const standing = resolverOf(doc, text)
  const written = rows.map(({ key, body, anchor }) => {
    const span = anchor && standing(anchor)
    const turn = span && !isLost(span) ? turnAround(turns, span.from) : null
    return { key, body, turn: turn && isShown.has(turn.index) ? turn.index : null }
  })
  const labelOf = new Map(speakers.map(({ id, label }) => [id, label]))
  return {
    label: labelOf.get(link.speaker) ?? null,
    turns: shown.map((turn, at) => ({
      place: placeOfTurn(doc, turn)!,
      label: turn.speaker === null ? null : (labelOf.get(turn.speaker) ?? null),
      own: turn.speaker === link.speaker,
      apart: at > 0 && turn.index > shown[at - 1]!.index + 1,
      text: turn.text,
      comments: written.filter((each) => each.turn === turn.index),
    })),
    general: written.filter((each) => each.turn === null),
  }
}
