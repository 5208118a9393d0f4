import type { CodeId, Side, Span } from "../../core/model"
import type { DisagreementKind, Verdict } from "../../core/reading"
import { intersection } from "../../core/text"
import { hull } from "../../core/verdict"
import { loneSide, type Readings } from "./readings"

export type Choice = Side | "both" | "neither" | "same-idea" | "other" | "parked"
export type Extent = Side | "common" | "whole" | "own"

/** What somebody is about to say, as far as they have got. */
export interface Draft {
  readonly choice: Choice | null
  readonly by: "merging" | "relating"
  /** Of two codes for one idea, the one whose name stays. */
  readonly into: CodeId | null
  readonly codes: readonly CodeId[]
  readonly extent: Extent
  /** Words chosen by hand. */
  readonly own: Span | null
  readonly until: string
  readonly reason: string
  /** Agreed aloud: the other has only to countersign. */
  readonly oral: boolean
}

export const emptyDraft: Draft = {
  choice: null,
  by: "merging",
  into: null,
  codes: [],
  extent: "whole",
  own: null,
  until: "",
  reason: "",
  oral: false,
}

/** What can be said of a disagreement of this kind. Of an omission, one side keeps it and the other drops it. */
export function choicesFor(kind: DisagreementKind, readings: Readings, canParkAndMerge = true): Choice[] {
  const lone = loneSide(readings)
  if (lone)
    return [lone, lone === "a" ? "b" : "a", "other", ...(canParkAndMerge ? (["parked"] as const) : [])]
  const more: Choice[] = canParkAndMerge
    ? [...(kind === "code" ? (["same-idea"] as const) : []), "other", "parked"]
    : ["other"]
  return ["a", "b", "both", "neither", ...more]
}

/** The verdict that a draft amounts to; null while something is missing. */
export function verdictOf(
  draft: Draft,
  readings: Readings,
  canonical: (code: CodeId) => CodeId = (code) => code,
): Verdict | null {
  switch (draft.choice) {
    case null:
      return null
    case "a":
    case "b":
      return { kind: "reading", of: draft.choice }
    case "both":
    case "neither":
      return { kind: draft.choice }
    case "same-idea": {
      const codes = codePair(readings, canonical)
      if (!codes) return null
      const into = draft.into ?? codes.a
      return { kind: "same-idea", by: draft.by, from: into === codes.a ? codes.b : codes.a, into }
    }
    case "other": {
      const words = wordsOfExtent(draft, readings)
      return draft.codes.length > 0 && words ? { kind: "other", codes: draft.codes, words } : null
    }
    case "parked":
      return draft.until.trim() ? { kind: "parked", until: draft.until.trim() } : null
  }
}

/** The two codes that a different reading is about, merges followed; null when they are one by now, or one is missing. */
export function codePair(
  readings: Readings,
  canonical: (code: CodeId) => CodeId,
): Readonly<Record<Side, CodeId>> | null {
  const [a, b] = [readings.a[0], readings.b[0]]
  if (!a || !b || canonical(a.code) === canonical(b.code)) return null
  return { a: canonical(a.code), b: canonical(b.code) }
}

/** Which extents there are to choose from. */
export function extentsFor(readings: Readings): Extent[] {
  const lone = loneSide(readings)
  if (lone) return [lone, "own"]
  return ["whole", "a", "b", ...(commonWords(readings) ? (["common"] as const) : []), "own"]
}

function wordsOfExtent({ extent, own }: Draft, readings: Readings): Span | null {
  const all = [...readings.a, ...readings.b].map((each) => each.words)
  switch (extent) {
    case "own":
      return own
    case "whole":
      return all.length > 0 ? hull(all) : null
    case "common":
      return commonWords(readings)
    default: {
      const side = readings[extent].map((each) => each.words)
      return side.length > 0 ? hull(side) : null
    }
  }
}

function commonWords(readings: Readings): Span | null {
  const common = readings.a.flatMap((one) =>
    readings.b.flatMap((other) => intersection(one.words, other.words) ?? []),
  )
  return common.length > 0 ? hull(common) : null
}
