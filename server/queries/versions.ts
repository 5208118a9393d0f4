import { and, desc, eq } from "drizzle-orm"
import type { MemberId, SourceId, Transcript } from "../../core/model"
import { source, textVersion } from "../../db/schema"
import type { VersionKind } from "../../db/schema/versions"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { isTranscribed } from "../transcribing"
import { peopleOf } from "./revealed"

export interface VersionView {
  readonly id: string
  readonly kind: VersionKind
  readonly name: string | null
  readonly by: { readonly id: MemberId; readonly name: string }
  readonly at: string
}

/**
 * How a transcript stood, last first: while it is written together, where nobody is blind to what others write. At any
 * other time there is nothing to see, so that the list does not tell coders who corrected what (B15).
 */
export async function versionsFor({ db }: Pick<Services, "db">, id: SourceId): Promise<VersionView[]> {
  const [held] = await db.select().from(source).where(eq(source.id, id))
  if (!held || !isTranscribed(held)) return []
  const names = new Map((await peopleOf(db, held.project, null)).map((person) => [person.id, person.name]))
  const rows = await db
    .select({
      id: textVersion.id,
      kind: textVersion.kind,
      name: textVersion.name,
      account: textVersion.account,
      createdAt: textVersion.createdAt,
    })
    .from(textVersion)
    .where(eq(textVersion.source, id))
    .orderBy(desc(textVersion.createdAt), desc(textVersion.id))
  return rows.map(({ account, createdAt, ...row }) => ({
    ...row,
    by: { id: account, name: names.get(account) ?? "" },
    at: createdAt.toISOString(),
  }))
}

/** The transcript as it stood in one of them. */
export async function versionFor(
  { db }: Pick<Services, "db">,
  { source: id, version }: { readonly source: SourceId; readonly version: string },
): Promise<Transcript> {
  const [row] = await db
    .select({ transcript: textVersion.transcript, transcribing: source.transcribing })
    .from(textVersion)
    .innerJoin(source, eq(source.id, textVersion.source))
    .where(and(eq(textVersion.id, version), eq(textVersion.source, id)))
  if (!row) throw new Refusal("not-found")
  if (!isTranscribed(row)) throw new Refusal("not-being-transcribed")
  return row.transcript
}
