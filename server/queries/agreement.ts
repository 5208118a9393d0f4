import { createHash } from "node:crypto"
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm"
import type { HiddenAgreement, ProjectAgreement } from "../../core/agreement/project/answer"
import type { AskedAgreement } from "../../core/agreement/project/asked"
import type { DatedMerge } from "../../core/agreement/project/material"
import type { Problem } from "../../core/agreement/project/query"
import { shownIn } from "../../core/agreement/project/shown"
import type { PassageId, ProjectId, SourceId } from "../../core/model"
import type { Resolution } from "../../core/reading"
import type { Db } from "../../db/client"
import {
  declaration,
  disagreement,
  merge,
  passage,
  project,
  resolution,
  reveal,
  source,
} from "../../db/schema"
import type { AboutProject, AgreementJob, Making, NotMade, WrittenPassage } from "../agreement/job"
import { isTooLong } from "../agreement/tooLong"
import { whyNone } from "../agreement/whyNone"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { codesOf, mergesOf } from "./codebook"
import { asResolution } from "./deliberations"
import { keyOf } from "./pseudonyms"
import { peopleOf } from "./revealed"

type Needs = Pick<Services, "db" | "agreements">

/** The project's figures, or why it has none, as JSON of `ProjectAgreement`. */
export async function agreementJson(
  services: Needs,
  id: ProjectId,
  asked: AskedAgreement,
  signal?: AbortSignal,
): Promise<Uint8Array | string> {
  const hidden = await hiddenIn(services.db, id)
  return hidden ? JSON.stringify(hidden) : makeOf(services, id, asked, { is: "json" }, signal)
}

export async function agreementOfProject(
  services: Needs,
  id: ProjectId,
  asked: AskedAgreement,
  signal?: AbortSignal,
): Promise<ProjectAgreement> {
  const json = await agreementJson(services, id, asked, signal)
  return JSON.parse(typeof json === "string" ? json : Buffer.from(json).toString())
}

/** What is answered where a project reports none; null where it does. */
async function hiddenIn(db: Db, id: ProjectId): Promise<HiddenAgreement | null> {
  const { name, approach, agreement } = await headOf(db, id)
  const { shown, by } = shownIn(approach, agreement)
  return shown ? null : { shown, by, project: { id, name }, approach, paragraph: whyNone(approach) }
}

/** Something made of the figures; refused where a project reports none. */
export async function madeOfAgreement(
  services: Needs,
  id: ProjectId,
  asked: AskedAgreement,
  make: Making,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (await hiddenIn(services.db, id)) throw new Refusal("agreement-hidden")
  return makeOf(services, id, asked, make, signal)
}

/**
 * Made in a thread, unless the same was made before: of the same reveals, which never change, the same decisions, codes
 * and names. Nothing but reveals is looked at, so what is not revealed changes not one byte (B8).
 */
async function makeOf(
  services: Needs,
  id: ProjectId,
  asked: AskedAgreement,
  make: Making,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { db } = services
  const revealed = await revealedOf(db, id)
  const { material, ...rest } = await lightOf(db, id, asked, revealed)
  demandKnown(asked, revealed, material.codes)
  const known = JSON.stringify([id, asked, make, revealed, material, rest])
  const key = createHash("sha256").update(known).digest("base64url")
  const job = async (): Promise<AgreementJob> => {
    return { asked, make, ...rest, material: { ...material, passages: await writtenOf(db, revealed) } }
  }
  try {
    return await services.agreements.make(key, job, signal)
  } catch (error) {
    if (isNotMade(error)) throw new Refusal("invalid-body", { errors: error.problems })
    throw isTooLong(error) ? new Refusal("agreement-too-long") : error
  }
}

/** By its name: Next has a class of its own, and the process another. */
const isNotMade = (error: unknown): error is NotMade => error instanceof Error && error.name === "NotMade"

interface RevealedPlace {
  readonly source: SourceId
  readonly title: string
  readonly passage: PassageId
  readonly index: number
}

/** First rounds, in the order of the project and of the text; the words stay where they are. */
async function revealedOf(db: Db, id: ProjectId): Promise<RevealedPlace[]> {
  return db
    .select({ source: source.id, title: source.title, passage: reveal.passage, index: passage.index })
    .from(reveal)
    .innerJoin(passage, eq(passage.id, reveal.passage))
    .innerJoin(source, eq(source.id, reveal.source))
    .where(and(eq(source.project, id), eq(reveal.round, 1)))
    .orderBy(asc(source.position), asc(source.id), asc(passage.index))
}

/** So that others have the one connection in between. */
const ROWS_AT_ONCE = 25

/** With their rows as they are written: nobody here reads them. */
async function writtenOf(db: Db, revealed: readonly RevealedPlace[]): Promise<WrittenPassage[]> {
  const written: WrittenPassage[] = []
  for (let at = 0; at < revealed.length; at += ROWS_AT_ONCE) {
    const some = revealed.slice(at, at + ROWS_AT_ONCE)
    const ids = some.map((each) => each.passage)
    const found = await db
      .select({ passage: reveal.passage, row: sql<string>`${reveal.row}::text` })
      .from(reveal)
      .where(and(inArray(reveal.passage, ids), eq(reveal.round, 1)))
    const rows = new Map(found.map(({ passage, row }) => [passage, row]))
    for (const { source, passage, index } of some) {
      const row = rows.get(passage)
      if (row !== undefined) written.push({ source, passage, index, row })
    }
  }
  return written
}

/** All that figures are made of, but for the rows. */
async function lightOf(
  db: Db,
  id: ProjectId,
  { variant }: AskedAgreement,
  revealed: readonly RevealedPlace[],
) {
  const { name, approach, agreement, tolerance } = await headOf(db, id)
  const codes = (await codesOf(db, id)).map(({ id, name, parent, codable, order, removed }) => {
    return { id, name, parent, codable, order, removed }
  })
  const titles = Object.fromEntries(revealed.map(({ source, title }) => [source, title]))
  const about: AboutProject = {
    project: { id, name },
    approach,
    by: shownIn(approach, agreement).by,
    titles,
    people: Object.fromEntries((await peopleOf(db, id, null)).map((person) => [person.id, person.name])),
    key: (await keyOf(db, id)).map(({ name, stands }) => ({ name, stands })),
  }
  const material = {
    tolerance,
    codes,
    merges: await datedMerges(db, id),
    decided: variant === "negotiated" ? await decidedIn(db, id) : {},
  }
  return { about, material, talked: await talkedIn(db, id) }
}

async function headOf(db: Db, id: ProjectId) {
  const [row] = await db.select().from(project).where(eq(project.id, id))
  if (!row) throw new Refusal("not-found")
  return row
}

async function talkedIn(db: Db, id: ProjectId): Promise<string[]> {
  const rows = await db
    .select({ source: declaration.source, account: declaration.account })
    .from(declaration)
    .innerJoin(source, eq(source.id, declaration.source))
    .where(and(eq(source.project, id), eq(declaration.talkedBefore, true)))
  return rows.map(({ source, account }) => JSON.stringify([source, account])).sort()
}

async function datedMerges(db: Db, id: ProjectId): Promise<DatedMerge[]> {
  const undone = await db
    .select({ id: merge.id, undoneAt: merge.undoneAt })
    .from(merge)
    .where(eq(merge.project, id))
  const at = new Map(undone.map(({ id, undoneAt }) => [id, undoneAt?.toISOString() ?? null]))
  return (await mergesOf(db, id)).map((row) => ({ ...row, undoneAt: at.get(row.id) ?? null }))
}

/** The latest decision that stands, by disagreement. */
async function decidedIn(db: Db, id: ProjectId): Promise<Record<string, Resolution>> {
  const rows = await db
    .select({ row: resolution })
    .from(resolution)
    .innerJoin(disagreement, eq(disagreement.id, resolution.disagreement))
    .innerJoin(source, eq(source.id, disagreement.source))
    .where(and(eq(source.project, id), isNull(resolution.undoneAt)))
    .orderBy(asc(resolution.createdAt), asc(resolution.id))
  return Object.fromEntries(rows.map(({ row }) => [row.disagreement, asResolution(row)]))
}

/** What is not revealed and what does not exist are unknown alike. */
function demandKnown(
  asked: AskedAgreement,
  revealed: readonly RevealedPlace[],
  codes: readonly { readonly id: string }[],
): void {
  const sources = new Set(revealed.map((each) => each.source))
  const known = new Set(codes.map((code) => code.id))
  const unknown = (path: string, ids: readonly string[] | null, among: ReadonlySet<string>, what: string) =>
    (ids ?? [])
      .filter((each) => !among.has(each))
      .map((each): Problem => ({ path, message: `${each}: no ${what}` }))
  const errors = [
    ...unknown("sources", asked.sources, sources, "source with anything revealed"),
    ...unknown("codes", asked.codes, known, "code of this project"),
    ...unknown("exclude", asked.exclude, known, "code of this project"),
    ...unknown("exclusive", asked.exclusive, known, "code of this project"),
  ]
  if (errors.length > 0) throw new Refusal("invalid-body", { errors })
}
