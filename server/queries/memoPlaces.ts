import { and, asc, eq, isNull } from "drizzle-orm"
import type { Member } from "../../core/access"
import { findQuote } from "../../core/anchor"
import { canonicalOf } from "../../core/codebook"
import type { CodeId, MemberId, ProjectId, SourceId } from "../../core/model"
import type { Layer } from "../../core/ydoc/layer"
import { passage, reveal, source } from "../../db/schema"
import { loadLayer, loadWords } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { codesOf, mergesOf } from "./codebook"

/** What memos of a project may be about, and what became of what they are about. */
export interface MemoPlaces {
  readonly sources: readonly SourcePlace[]
  readonly codes: readonly CodePlace[]
}

export interface SourcePlace {
  readonly id: SourceId
  readonly title: string
  /** Something of it is not revealed yet: who codes it and reads what is written of it may be led by that. */
  readonly isBlind: boolean
}

export interface CodePlace {
  readonly id: CodeId
  readonly name: string
  readonly definition: string
  /** What it stands for since it was merged; else itself. */
  readonly now: CodeId
  readonly removed: boolean
}

export async function memoPlaces({ db }: Pick<Services, "db">, project: ProjectId): Promise<MemoPlaces> {
  const rows = await db
    .select({ id: source.id, title: source.title, blindness: source.blindness })
    .from(source)
    .where(eq(source.project, project))
    .orderBy(asc(source.position), asc(source.id))
  const unrevealed = await db
    .selectDistinct({ source: passage.source })
    .from(passage)
    .innerJoin(source, eq(source.id, passage.source))
    .leftJoin(reveal, eq(reveal.passage, passage.id))
    .where(and(eq(source.project, project), isNull(reveal.passage)))
  const hidden = new Set(unrevealed.map((row) => row.source))
  const sources = rows.map(({ id, title, blindness }) => ({
    id,
    title,
    isBlind: blindness !== "open" && hidden.has(id),
  }))
  const nowOf = canonicalOf(await mergesOf(db, project))
  const codes = (await codesOf(db, project)).map(({ id, name, definition, removed }) => ({
    id,
    name,
    definition,
    now: nowOf(id),
    removed,
  }))
  return { sources, codes }
}

/** What a coder noted on words, in their own layer. */
export interface WordMemo {
  readonly id: string
  readonly source: SourceId
  readonly title: string
  readonly text: string
  /** Of a memo on a coding. */
  readonly code: string | null
  /** The words it is on; null where it is on none. */
  readonly quote: string | null
  /** Where in the transcript they stand; null where that is not found. */
  readonly at: number | null
  readonly changedAt: string | null
}

/** Their own memos on words, in all that a coder codes of a project, in the order of its sources. */
export async function ownWordMemos(
  services: Pick<Services, "db" | "docs" | "collector">,
  project: ProjectId,
  { id: coder, codes }: Pick<Member, "id" | "codes">,
): Promise<WordMemo[]> {
  const { db } = services
  const rows = await db
    .select({ id: source.id, title: source.title })
    .from(source)
    .where(eq(source.project, project))
    .orderBy(asc(source.position), asc(source.id))
  const names = new Map((await codesOf(db, project)).map(({ id, name }) => [id, name]))
  const all: WordMemo[] = []
  for (const { id, title } of rows.filter((row) => codes.has(row.id)))
    all.push(...(await inSource(services, { id, title, coder }, names)))
  return all
}

async function inSource(
  services: Pick<Services, "docs" | "collector">,
  { id, title, coder }: { readonly id: SourceId; readonly title: string; readonly coder: MemberId },
  names: ReadonlyMap<CodeId, string>,
): Promise<WordMemo[]> {
  const layer = await lightLayer(services, id, coder)
  const noted = [
    ...layer.memos.map((memo) => ({ ...memo, code: null as string | null })),
    ...layer.codings.flatMap(({ id, anchor, memo, code, createdAt }) =>
      memo === null
        ? []
        : [{ id, anchor, text: memo, code: nameOf(code, layer, names), changedAt: createdAt }],
    ),
  ].filter(({ text }) => text.trim() !== "")
  if (noted.length === 0) return []
  const { text: words } = await loadWords(services, id)
  return noted.map(({ id: memo, text, anchor, code, changedAt }) => ({
    id: memo,
    source: id,
    title,
    text,
    code,
    quote: anchor?.quote ?? null,
    at: (anchor && findQuote(words, anchor)?.from) ?? null,
    changedAt: changedAt || null,
  }))
}

function nameOf(code: CodeId, { suggestedCodes }: Layer, names: ReadonlyMap<CodeId, string>): string | null {
  return suggestedCodes.find(({ id }) => id === code)?.name ?? names.get(code) ?? null
}

/** Empty where its coder made it too heavy to be opened: the desk says so. */
async function lightLayer(
  services: Pick<Services, "docs" | "collector">,
  source: SourceId,
  coder: MemberId,
): Promise<Layer> {
  try {
    return await loadLayer(services, source, coder)
  } catch (error) {
    if (error instanceof Refusal) return { codings: [], suggestedCodes: [], memos: [] }
    throw error
  }
}
