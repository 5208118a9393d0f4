import { asc, eq } from "drizzle-orm"
import type { Approach, MemberId, ProjectId } from "../../core/model"
import { type SourceReading, treeCounts } from "../../core/tree"
import type { CodebookView, Person, TreeView } from "../../core/view"
import type { Db } from "../../db/client"
import { assignment, project, reveal, source } from "../../db/schema"
import type { Services } from "../services"
import { codesOf, mergesOf } from "./codebook"
import { loadRevealed, peopleOf, type RevealedSource, readRevealed } from "./revealed"

/** The merged code tree of a project: counts, provenance and quotes of revealed material only (B8). */
export async function treeOf(
  services: Pick<Services, "docs" | "collector" | "db">,
  id: ProjectId,
): Promise<TreeView> {
  const { db } = services
  const sources = await sourcesOf(db, id)
  const revealed: RevealedSource[] = []
  for (const source of await sourcesWithReveals(db, id))
    revealed.push(await readRevealed(db, source, noTranscript))
  const codes = await codesOf(db, id)
  const merges = await mergesOf(db, id)
  const counts = treeCounts({ codes, merges, sources: revealed.map(asReading) })
  return {
    counts: Object.fromEntries([...counts].map(([code, each]) => [code, each])),
    people: Object.fromEntries((await sidedPeople(db, id)).map((person) => [person.id, person])),
    sources: Object.fromEntries(sources.map(({ id, title, position }) => [id, { title, position }])),
  }
}

/** What is revealed carries its own words: counting needs no transcript. */
const noTranscript = { turns: [], speakers: [], heard: [] }

/** The sources of a project with something revealed, in their order, with their transcripts. */
export async function revealedSources(
  services: Pick<Services, "docs" | "collector" | "db">,
  id: ProjectId,
): Promise<RevealedSource[]> {
  const read: RevealedSource[] = []
  for (const source of await sourcesWithReveals(services.db, id))
    read.push(await loadRevealed(services, source))
  return read
}

/** In the order of the project. */
export async function sourcesWithReveals(db: Db, id: ProjectId): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: reveal.source, position: source.position })
    .from(reveal)
    .innerJoin(source, eq(source.id, reveal.source))
    .where(eq(source.project, id))
    .orderBy(asc(source.position), asc(reveal.source))
  return rows.map((row) => row.id)
}

export async function codebookOf(db: Db, id: ProjectId): Promise<CodebookView> {
  const [row] = await db
    .select({ revision: project.codebookRevision })
    .from(project)
    .where(eq(project.id, id))
  return {
    codes: Object.fromEntries((await codesOf(db, id)).map((code) => [code.id, code])),
    merges: Object.fromEntries((await mergesOf(db, id)).map((row) => [row.id, row])),
    meta: { revision: row?.revision ?? 0 },
  }
}

function asReading(read: RevealedSource): SourceReading {
  const side = (which: "a" | "b") => read.coders.find((coder) => coder.side === which)?.id ?? null
  const flags = read.passages.flatMap((passage) => passage.flags)
  return {
    source: read.id,
    sides: { a: side("a") ?? "", b: side("b") },
    reveals: read.passages.map(({ reveal, today }) => ({ ...reveal, span: today.span })),
    decisions: new Map(flags.map((flag) => [flag.group.id, flag.standing])),
    laterReadings: read.laterReadings,
  }
}

/** A person of the tree is A or B as in the first source they code. */
async function sidedPeople(db: Db, id: ProjectId): Promise<Person[]> {
  const rows = await db
    .select({ account: assignment.account, side: assignment.side })
    .from(assignment)
    .innerJoin(source, eq(source.id, assignment.source))
    .where(eq(source.project, id))
    .orderBy(asc(source.position), asc(source.id))
  const side = (person: MemberId) => rows.find((row) => row.account === person)?.side ?? null
  return (await peopleOf(db, id, null)).map((person) => ({ ...person, side: side(person.id) }))
}

async function sourcesOf(db: Db, id: ProjectId) {
  return db
    .select({ id: source.id, title: source.title, position: source.position })
    .from(source)
    .where(eq(source.project, id))
    .orderBy(asc(source.position), asc(source.id))
}

/** How the study works, which names the levels of its tree. */
export async function approachOf(db: Db, id: ProjectId): Promise<Approach> {
  const [row] = await db.select({ approach: project.approach }).from(project).where(eq(project.id, id))
  return row?.approach ?? "other"
}
