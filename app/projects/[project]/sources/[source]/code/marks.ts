import type { CodeId, CodingId, MemberId, PassageId, Side, Span } from "../../../../../../core/model"
import type { GroupId } from "../../../../../../core/reading"
import { remembering } from "../../../../../../core/remembering"
import { intersection } from "../../../../../../core/text"
import type { FlagView, ReviewView } from "../../../../../../core/view"
import type { PlacedCoding } from "../../../../../_sync/useLayer"
import { passagesOf } from "../../../../../_transcript/groupTurns"
import type { Glyph } from "../../../../../_ui/KindGlyph"
import type { DeskPassage, PassageState } from "./deskSource"

/**
 * A coding as the desk shows it. `own` is in one's layer, not yet revealed; `late` reached the layer after its passage
 * was revealed and counts for nothing; `revealed` is part of the comparison; `later` is a later reading.
 */
export interface Mark extends Span {
  readonly key: string
  readonly what: "own" | "late" | "revealed" | "later"
  readonly coding: CodingId
  readonly code: CodeId
  readonly side: Side
  readonly mine: boolean
  readonly flag: GroupId | null
  readonly kind: Glyph | null
  readonly settled: boolean
  /** Of a later reading: its round, and whether the other has assented. */
  readonly round: number | null
  readonly assented: boolean
}

interface Known {
  readonly view: ReviewView
  readonly passages: readonly DeskPassage[]
  readonly stateOf: (passage: PassageId) => PassageState
  readonly me: MemberId
  readonly side: Side
}

/** Everything to be seen in the margins, in the order of the text. A mark that stays alike stays the same object. */
export function createMarks(known: Known): (codings: readonly PlacedCoding[]) => Mark[] {
  const ownMark = remembering(ownMarks(known))
  const shared = [...revealedMarks(known), ...laterMarks(known)]
  return (codings) =>
    [...codings.flatMap((coding) => ownMark(coding) ?? []), ...shared].sort(
      (one, other) => one.from - other.from || other.to - one.to,
    )
}

/** One's layer where nothing is revealed yet; of a coding that reaches into a revealed passage, the rest. */
function ownMarks({ view, passages, stateOf, side }: Known): (coding: PlacedCoding) => Mark | null {
  const compared = new Set(Object.values(view.codings).map((coding) => coding.id))
  return (coding) => {
    const touched = passagesOf(passages, coding)
    const hidden = touched.filter(({ id }) => stateOf(id) !== "revealed")
    if (hidden.length === 0 && touched.length > 0 && compared.has(coding.id)) return null
    const late = hidden.length === 0 && touched.length > 0
    const rest = hidden.length > 0 ? { from: hidden[0]!.from, to: hidden.at(-1)!.to } : coding
    const span = intersection(coding, rest) ?? coding
    return {
      ...plainMark,
      key: coding.id,
      what: late ? "late" : "own",
      coding: coding.id,
      code: coding.code,
      side,
      mine: true,
      from: span.from,
      to: span.to,
    }
  }
}

function revealedMarks({ view, me }: Known): Mark[] {
  return Object.values(view.codings).map((coding) => {
    const flag = coding.group === null ? null : (view.flags[coding.group] ?? null)
    const agreed = coding.group !== null && view.agreements[coding.group] !== undefined
    return {
      ...plainMark,
      key: coding.unit,
      what: "revealed",
      coding: coding.id,
      code: coding.code,
      side: coding.side,
      mine: coding.coder === me,
      from: coding.text.from,
      to: coding.text.to,
      flag: flag?.id ?? null,
      kind: flag ? glyphOf(flag) : agreed ? "agree" : null,
      settled: flag !== null && isSettled(flag),
    }
  })
}

function laterMarks({ view, me, side }: Known): Mark[] {
  return Object.values(view.laterReadings).map((reading) => {
    const mine = reading.by === me
    return {
      ...plainMark,
      key: reading.id,
      what: "later",
      coding: reading.id,
      code: reading.code,
      side: mine ? side : side === "a" ? "b" : "a",
      mine,
      from: reading.text.from,
      to: reading.text.to,
      round: reading.round,
      assented: reading.assent !== null,
    }
  })
}

const plainMark = { flag: null, kind: null, settled: false, round: null, assented: false } as const

export function glyphOf(flag: Pick<FlagView, "kind" | "level">): Glyph {
  return flag.kind === "code" && flag.level ? "ancestor" : flag.kind
}

export function isSettled({ standing }: Pick<FlagView, "standing">): boolean {
  return standing.is === "resolved" || standing.is === "settled"
}

/** The innermost coding over an offset; pressing again on the same place chooses the next one outwards. */
export function markAt(marks: readonly Mark[], offset: number, chosen: string | null): Mark | null {
  const over = marks
    .filter((mark) => mark.from <= offset && offset < mark.to)
    .sort(
      (one, other) => one.to - one.from - (other.to - other.from) || Number(other.mine) - Number(one.mine),
    )
  if (over.length === 0) return null
  const at = over.findIndex((mark) => mark.key === chosen)
  return over[(at + 1) % over.length]!
}
