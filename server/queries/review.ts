import { asc, eq } from "drizzle-orm"
import type { SourceId } from "../../core/model"
import type { Disagreement } from "../../core/resolution"
import { unitsRevealed } from "../../core/review"
import { outcomeOf } from "../../core/verdict"
import type {
  AgreementView,
  FlagView,
  HistoryEvent,
  ProgressView,
  RevealedCoding,
  ReviewView,
} from "../../core/view"

import { declaration, passage } from "../../db/schema"
import { standingHandIns } from "../commands/handIn"
import type { Services } from "../services"
import {
  clipOfFlag,
  differsByLevel,
  loadRevealed,
  quoteIn,
  type ReadPassage,
  type RevealedSource,
  textOfWords,
} from "./revealed"

/** The review of a source as its room shows it and `GET /api/sources/:id/review` answers it. */
export async function reviewOf(
  services: Pick<Services, "docs" | "collector" | "db">,
  id: SourceId,
): Promise<ReviewView> {
  const { db } = services
  const read = await loadRevealed(services, id)
  const places = await db.select().from(passage).where(eq(passage.source, id)).orderBy(asc(passage.index))
  const indexOf = new Map(places.map((place) => [place.id, place.index]))
  const standing = await standingHandIns(db, id)
  const shown = read.policy === "open" ? shownEarly(read, standing) : { codings: [], suggested: {} }
  const declared = await db.select().from(declaration).where(eq(declaration.source, id))
  return {
    meta: {
      meta: {
        source: id,
        policy: read.policy,
        independent: read.independent,
        tolerance: read.tolerance,
        discussBoundaries: read.discussBoundaries,
        passageCount: places.length,
        hasRecording: read.recording !== null,
      },
    },
    people: byId(read.people),
    progress: progressOf(read, standing, places.length),
    passages: Object.fromEntries(
      read.passages.map(({ reveal, today }) => [
        reveal.passage,
        {
          id: reveal.passage,
          index: indexOf.get(reveal.passage) ?? 0,
          span: today.span,
          round: reveal.round,
          at: reveal.at,
          coders: reveal.handIns.map((handIn) => handIn.coder),
          independent: reveal.independent,
        },
      ]),
    ),
    codings: Object.fromEntries(
      [...read.passages.flatMap(codingsOf), ...shown.codings].map((coding) => [coding.unit, coding]),
    ),
    agreements: byId(read.passages.flatMap(agreementsOf)),
    flags: byId(read.passages.flatMap((each) => each.flags.map((flag) => flagView(read, each, flag)))),
    laterReadings: byId(read.laterReadings),
    suggested: shown.suggested,
    declarations: Object.fromEntries(declared.map((row) => [row.account, row.talkedBefore])),
  }
}

export function flagView(read: RevealedSource, passage: ReadPassage, flag: Disagreement): FlagView {
  const said = passage.said(flag.group.id)
  const verdict = flag.standing.is === "resolved" ? flag.standing.resolution.verdict : null
  return {
    id: flag.group.id,
    passage: flag.passage,
    kind: flag.kind,
    kindAtReveal: flag.group.kind === "agreed" ? flag.kind : flag.group.kind,
    level: differsByLevel(read.codes, flag),
    codes: flag.codes,
    units: flag.group.units,
    beside: flag.group.beside,
    text: textOfWords(passage, flag.words),
    words: flag.words,
    quote: quoteIn(passage, flag.words),
    clip: clipOfFlag(read, passage, flag),
    standing: flag.standing,
    revision: said.revision,
    listenings: said.listenings,
    outcome: outcomeOf(flag.group, [...passage.rereading.units.values()], verdict),
    history: [...beginnings(passage), ...said.history],
  }
}

function beginnings({ reveal }: ReadPassage): HistoryEvent[] {
  return [
    ...reveal.handIns.map((handIn) => ({ at: handIn.at, by: [handIn.coder], what: "handed-in" as const })),
    { at: reveal.at, by: [], what: "flagged" as const },
  ]
}

function codingsOf({ reveal, today }: ReadPassage): RevealedCoding[] {
  const groupOf = new Map(
    reveal.groups.flatMap((group) => group.units.map((unit) => [unit, group.id] as const)),
  )
  const units = unitsRevealed(reveal)
  return reveal.handIns.flatMap((handIn) =>
    handIn.codings.map((coding) => {
      const unit = units.find((each) => each.coding === coding.id && each.coder === handIn.coder)!.id
      return {
        unit,
        id: coding.id,
        passage: reveal.passage,
        coder: handIn.coder,
        side: handIn.side,
        code: coding.code,
        text: today.textOfCoding(coding),
        words: coding.words,
        quote: coding.quote,
        memo: coding.memo,
        group: groupOf.get(unit) ?? null,
      }
    }),
  )
}

function agreementsOf(passage: ReadPassage): AgreementView[] {
  const units = passage.rereading.units
  return passage.reveal.groups
    .filter((group) => group.kind === "agreed")
    .map((group) => {
      const [outcome] = outcomeOf(group, [...units.values()], null)
      return {
        id: group.id,
        passage: passage.reveal.passage,
        units: group.units,
        text: textOfWords(passage, outcome!.words),
      }
    })
}

type Standing = Awaited<ReturnType<typeof standingHandIns>>

function progressOf(read: RevealedSource, standing: Standing, of: number): Record<string, ProgressView> {
  return Object.fromEntries(
    read.coders.map(({ id }) => [
      id,
      { done: standing.filter(({ handIn }) => handIn.account === id).length, of },
    ]),
  )
}

/** In an open source what one has handed in is shown before the other has: there is nothing to be blind to. */
function shownEarly(
  read: RevealedSource,
  standing: Standing,
): { codings: RevealedCoding[]; suggested: Record<string, string> } {
  const revealed = new Set(read.passages.map(({ reveal }) => reveal.passage))
  const early = standing.filter(({ handIn }) => !revealed.has(handIn.passage))
  return {
    codings: early.flatMap(({ handIn, side }) =>
      handIn.codings.map((coding) => ({
        ...coding,
        unit: `${handIn.account}/${coding.id}/${handIn.passage}`,
        passage: handIn.passage,
        coder: handIn.account,
        side,
        group: null,
      })),
    ),
    suggested: Object.fromEntries(
      early.flatMap(({ handIn }) => handIn.suggested.map((code) => [code.id, code.name])),
    ),
  }
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Record<string, T> {
  return Object.fromEntries(rows.map((row) => [row.id, row]))
}
