import { asc, eq } from "drizzle-orm"
import type { MemberId, ProjectId, SourceId } from "../../core/model"
import { namesAmong, namesIn, type Pseudonym, searchFor } from "../../core/pseudonyms"
import type { Db } from "../../db/client"
import { pseudonym } from "../../db/schema"
import { loadWords } from "../documents"
import type { Services } from "../services"
import { exportProject, type ProjectExport } from "./exportProject"

/** The key of a project in the order of its letters, for its owner. */
export async function keyOf(db: Db, project: ProjectId) {
  const { id, name, stands, createdAt } = pseudonym
  const rows = await db
    .select({ id, name, stands, since: createdAt })
    .from(pseudonym)
    .where(eq(pseudonym.project, project))
    .orderBy(asc(pseudonym.createdAt), asc(pseudonym.id))
  return rows.sort(
    (one, other) => one.stands.length - other.stands.length || compare(one.stands, other.stands),
  )
}

const compare = (one: string, other: string) => one.localeCompare(other, "fr")

/** A name of the key that still stands in a transcript: as it is written there, what it becomes, how often. */
export interface StandingName {
  readonly words: string
  readonly stands: string
  readonly places: number
}

/** The names of the key that a transcript still has, for those who write it: as it is written, and no other of the key. */
export async function namesInTranscript(
  services: Pick<Services, "db" | "docs" | "collector">,
  project: ProjectId,
  source: SourceId,
): Promise<StandingName[]> {
  const key = await keyOf(services.db, project)
  if (key.length === 0) return []
  const { text } = await loadWords(services, source)
  const found = new Map<string, StandingName>()
  for (const { from, to, stands } of namesIn(text, key)) {
    const words = text.slice(from, to)
    found.set(words, { words, stands, places: (found.get(words)?.places ?? 0) + 1 })
  }
  return [...found.values()]
}

export interface NamesInExport {
  /** How many names of the key stand in it. */
  readonly names: number
  /** The titles of the sources in which they stand. */
  readonly sources: readonly string[]
  /** Some stand outside of any source: in the project's question, in a code, in a memo. */
  readonly elsewhere: boolean
}

/** What an export made now would tell of the key: every text in it is looked at. */
export async function namesInExport(
  services: Pick<Services, "db" | "docs" | "collector" | "clock" | "memoTexts" | "heldDocs">,
  project: ProjectId,
  reader: MemberId,
): Promise<NamesInExport> {
  const key = await keyOf(services.db, project)
  if (key.length === 0) return { names: 0, sources: [], elsewhere: false }
  return namesInside(await exportProject(services, project, reader), key)
}

function namesInside({ sources, ...rest }: ProjectExport, key: readonly Pseudonym[]): NamesInExport {
  const standing = new Set<string>()
  const search = searchFor(key)
  const look = (value: unknown): boolean => {
    const here = [...textsIn(value)].flatMap(search)
    for (const { of } of here) standing.add(of.name)
    return here.length > 0
  }
  const inSources = sources.filter((source) => look(source)).map(({ title }) => title)
  const elsewhere = look(rest)
  return { names: standing.size, sources: inSources, elsewhere }
}

/** How many names of a project's key stand in a value, in whatever text of it. */
export async function namesStandingIn(db: Db, project: ProjectId, value: unknown): Promise<number> {
  return namesAmong(await keyOf(db, project), textsIn(value))
}

/** Every text inside a value, each once; what names its parts is none. */
function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string") found.add(value)
  else if (typeof value === "object" && value !== null)
    for (const each of Object.values(value)) textsIn(each, found)
  return found
}
