import { eq } from "drizzle-orm"
import { accessTo, type Member, roomName } from "../../core/access"
import { isOpen } from "../../core/memberCheck"
import type { ProjectId, SourceId, Span, Speaker } from "../../core/model"
import type { Seat } from "../../core/participants/model"
import { folded } from "../../core/participants/words"
import { wordsOf } from "../../core/text"
import { memberCheck, recording } from "../../db/schema"
import { loadWords } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { writtenMemos } from "./memos"
import { sampleOf } from "./participants"
import { loadRevealed } from "./revealed"

/** What stands in a source from somebody who takes part in it, as far as it can be told by their letter there. */
export interface StandsIn extends Pick<Seat, "letter" | "attendance"> {
  readonly source: SourceId
  readonly title: string
  /** Turns that are said to be theirs, and how many words they have. */
  readonly turns: number
  readonly words: number
  /**
   * Codings of their turns, of what is revealed of the source (B8); null where the reader may not know, or nothing is
   * revealed.
   */
  readonly codings: number | null
  /** Live notes about them; null where the reader may not know. */
  readonly marks: number | null
  /** Links by which they may read what they said (K1); null where the reader may not know. */
  readonly links: number | null
  /** The recording is there, and they are heard in it if they were there. */
  readonly recorded: boolean
  /** Memos about the source that the reader may read. */
  readonly memos: number
}

/** The same of each source that somebody takes part in. */
export async function standsOf(
  services: Pick<Services, "db" | "docs" | "collector" | "memoTexts">,
  project: ProjectId,
  participant: string,
  reader: Member,
): Promise<StandsIn[]> {
  const { participants, events } = await sampleOf(services.db, project)
  const one = participants.find(({ id }) => id === participant)
  if (!one) throw new Refusal("not-found")
  const memos = await writtenMemos(services, project, reader.id)
  return Promise.all(
    one.seats.map(async ({ source, letter, attendance }) => ({
      source,
      title: events.find(({ id }) => id === source)?.title ?? "",
      letter,
      attendance,
      ...(await said(services, source, letter)),
      codings: await codingsOf(services, { project, source, letter }, reader),
      marks: await marksOf(services, source, letter, reader),
      links: await linksOf(services, source, letter, reader),
      recorded: await isRecorded(services, source),
      memos: memos.filter((memo) => memo.source === source).length,
    })),
  )
}

async function speakersCalled(
  services: Pick<Services, "docs" | "collector">,
  source: SourceId,
  letter: string,
) {
  const words = await loadWords(services, source)
  return { ...words, called: calledAs(words.speakers, letter) }
}

function calledAs(speakers: readonly Speaker[], letter: string): ReadonlySet<string> {
  return new Set(speakers.filter(({ label }) => folded(label) === folded(letter)).map(({ id }) => id))
}

async function linksOf(
  services: Pick<Services, "db" | "docs" | "collector">,
  source: SourceId,
  letter: string,
  reader: Member,
): Promise<number | null> {
  if (accessTo({ kind: "memberCheck", source }, reader) === "none") return null
  const rows = await services.db.select().from(memberCheck).where(eq(memberCheck.source, source))
  if (rows.length === 0) return 0
  const { called } = await speakersCalled(services, source, letter)
  return rows.filter((row) => called.has(row.speaker) && isOpen(row, new Date())).length
}

async function said(services: Pick<Services, "docs" | "collector">, source: SourceId, letter: string) {
  const { turns, called } = await speakersCalled(services, source, letter)
  const own = turns.filter(({ speaker }) => speaker !== null && called.has(speaker))
  return { turns: own.length, words: own.reduce((sum, { text }) => sum + wordsOf(text).length, 0) }
}

interface Where extends Pick<Seat, "source" | "letter"> {
  readonly project: ProjectId
}

async function codingsOf(
  services: Pick<Services, "db" | "docs" | "collector">,
  { project, source, letter }: Where,
  reader: Member,
): Promise<number | null> {
  if (accessTo({ kind: "tree", project }, reader) === "none") return null
  const { passages, laterReadings, speakers, turns } = await loadRevealed(services, source)
  if (passages.length === 0) return null
  const called = calledAs(speakers, letter)
  const own = turns.filter(({ speaker }) => speaker !== null && called.has(speaker))
  const isTheirs = (words: Span) => own.some(({ from, to }) => words.from < to && from < words.to)
  // One that crosses a border is one, however many passages it was handed in with.
  const coded = passages.flatMap(({ reveal, today }) =>
    reveal.handIns.flatMap(({ coder, codings }) =>
      codings.filter((coding) => isTheirs(today.textOfCoding(coding))).map(({ id }) => `${coder} ${id}`),
    ),
  )
  return new Set(coded).size + laterReadings.filter(({ text }) => isTheirs(text)).length
}

async function marksOf(
  { docs, collector }: Pick<Services, "docs" | "collector">,
  source: SourceId,
  letter: string,
  reader: Member,
): Promise<number | null> {
  if (accessTo({ kind: "notes", source }, reader) === "none") return null
  const room = roomName({ kind: "notes", source })
  const { marks } = await collector.readFieldNotes(room, await docs.load(room))
  return marks.filter(({ who }) => who !== "all" && who.some((each) => folded(each) === folded(letter)))
    .length
}

async function isRecorded({ db }: Pick<Services, "db">, source: SourceId): Promise<boolean> {
  const rows = await db.select({ key: recording.key }).from(recording).where(eq(recording.source, source))
  return rows.length > 0
}
