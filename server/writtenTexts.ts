import { eq } from "drizzle-orm"
import type { MemoId } from "../core/memos"
import type { SourceId } from "../core/model"
import type { HandedCoding } from "../core/reading"
import type { Db } from "../db/client"
import {
  code,
  guide,
  laterReading,
  memberCheck,
  memberComment,
  project,
  recording,
  reveal,
  source,
} from "../db/schema"
import { rewriteGuide } from "./commands/guides"
import { writtenMemos } from "./queries/memos"
import type { Services } from "./services"
import { ofParticipants } from "./writtenParticipants"
import { ofTalk } from "./writtenTalk"

export type Clean = (text: string) => string

/** A text that people wrote about a source, where its project's owner may read it; and how it is rewritten. */
export interface WrittenText {
  readonly key: string
  readonly kind:
    | "project"
    | "title"
    | "about"
    | "file"
    | "code"
    | "memo"
    | "sharedMemo"
    | "guide"
    | "said"
    | "participant"
    | "comment"
  readonly text: string
  readonly write: (clean: Clean) => Promise<unknown>
}

/**
 * All that is written about a source outside its transcript, in its project's name and question, in the table of
 * participants and in the codebook:
 * what is revealed or was never hidden. Nothing of layers, nor of hand-ins that are not revealed (B8).
 */
export async function writtenTexts(db: Db, id: SourceId): Promise<WrittenText[]> {
  const [head] = await db.select().from(source).where(eq(source.id, id))
  if (!head) return []
  return [
    ...(await ofProject(db, head.project)),
    ...(await ofParticipants(db, head.project)),
    ...(await ofSource(db, head)),
    ...(await ofCodes(db, head.project)),
    ...(await ofGuides(db, head.project)),
    ...(await ofReveals(db, id)),
    ...(await ofTalk(db, id)),
    ...(await ofComments(db, id)),
  ].filter(({ text }) => text !== "")
}

/** Memos of a source's project that are shared, with what is written in them; rewritten with their documents (eraseMemos). */
export async function sharedMemos(
  services: Pick<Services, "db" | "docs" | "collector" | "memoTexts">,
  of: SourceId,
): Promise<WrittenText[]> {
  const [head] = await services.db.select({ project: source.project }).from(source).where(eq(source.id, of))
  const all = head ? await writtenMemos(services, head.project, null) : []
  return all.map(({ id, title, text }) => ({
    key: sharedMemoKey(id),
    kind: "sharedMemo",
    text: [title, text].filter(Boolean).join("\n"),
    write: async () => {},
  }))
}

export const sharedMemoKey = (id: MemoId) => `shared-memo:${id}`

/** Told to all its members, and with every source. */
async function ofProject(db: Db, id: string): Promise<WrittenText[]> {
  const [row] = await db.select().from(project).where(eq(project.id, id))
  if (!row) return []
  return (["name", "question"] as const).map((field) => ({
    key: `project:${field}`,
    kind: "project",
    text: row[field],
    write: (clean) =>
      db
        .update(project)
        .set({ [field]: clean(row[field]) })
        .where(eq(project.id, id)),
  }))
}

async function ofSource(db: Db, head: typeof source.$inferSelect): Promise<WrittenText[]> {
  const set = (values: Partial<typeof source.$inferInsert>) =>
    db.update(source).set(values).where(eq(source.id, head.id))
  const { who, where, how } = head.context
  const [kept] = await db.select().from(recording).where(eq(recording.source, head.id))
  return [
    { key: "title", kind: "title", text: head.title, write: (clean) => set({ title: clean(head.title) }) },
    {
      key: "about",
      kind: "about",
      text: [who, where, how].filter(Boolean).join("\n"),
      write: (clean) => set({ context: { who: clean(who), where: clean(where), how: clean(how) } }),
    },
    {
      key: "file",
      kind: "file",
      text: kept?.originalName ?? "",
      write: (clean) =>
        db
          .update(recording)
          .set({ originalName: clean(kept?.originalName ?? "") })
          .where(eq(recording.source, head.id)),
    },
  ]
}

const fields = ["name", "definition", "useWhen", "doNotUseWhen", "example"] as const

async function ofCodes(db: Db, id: string): Promise<WrittenText[]> {
  const rows = await db.select().from(code).where(eq(code.project, id))
  return rows.flatMap((row) =>
    fields.map((field) => ({
      key: `code:${row.id}:${field}`,
      kind: "code" as const,
      text: row[field],
      write: (clean: Clean) =>
        db
          .update(code)
          .set({ [field]: clean(row[field]) })
          .where(eq(code.id, row.id)),
    })),
  )
}

/** Versions of the interview guide, each as one: also those that stay as they are for everybody else. */
async function ofGuides(db: Db, id: string): Promise<WrittenText[]> {
  const rows = await db.select().from(guide).where(eq(guide.project, id)).orderBy(guide.number)
  return rows.map((row) => ({
    key: `guide:${row.id}`,
    kind: "guide",
    text: row.questions
      .flatMap(({ text, prompts, origin }) => [text, ...prompts.map((prompt) => prompt.text), origin.idea])
      .filter(Boolean)
      .join("\n"),
    write: (clean) =>
      rewriteGuide(db, row.id, ({ prompts, origin, ...question }) => ({
        ...question,
        text: clean(question.text),
        prompts: prompts.map((prompt) => ({ ...prompt, text: clean(prompt.text) })),
        origin: { ...origin, idea: clean(origin.idea) },
      })),
  }))
}

/** Memos that crossed with a coding; in the hand-in they are cleaned with everything else of it. */
async function ofReveals(db: Db, id: SourceId): Promise<WrittenText[]> {
  const rows = await db.select({ row: reveal.row }).from(reveal).where(eq(reveal.source, id))
  const later = await db.select().from(laterReading).where(eq(laterReading.source, id))
  return [
    ...rows.flatMap(({ row }) => row.handIns.flatMap(({ codings }) => codings.flatMap(memoOf))),
    ...later.map((row) => ({
      key: `later:${row.id}`,
      kind: "memo" as const,
      text: row.memo ?? "",
      write: (clean: Clean) =>
        db
          .update(laterReading)
          .set({ memo: row.memo && clean(row.memo) })
          .where(eq(laterReading.id, row.id)),
    })),
  ]
}

function memoOf({ id, memo }: HandedCoding): WrittenText[] {
  // Written with the reveal it is part of, by who rewrites that (eraseWords).
  return memo ? [{ key: `memo:${id}`, kind: "memo", text: memo, write: async () => {} }] : []
}

/** What participants wrote, and what was said to be done about it; what they quote is rewritten with them (eraseComments). */
async function ofComments(db: Db, id: SourceId): Promise<WrittenText[]> {
  const rows = await db
    .select({ row: memberComment })
    .from(memberComment)
    .innerJoin(memberCheck, eq(memberCheck.id, memberComment.check))
    .where(eq(memberCheck.source, id))
  return rows.map(({ row: { id, body, outcomeNote } }) => ({
    key: `comment:${id}`,
    kind: "comment",
    text: [body, outcomeNote].filter(Boolean).join("\n"),
    write: (clean) =>
      db
        .update(memberComment)
        .set({ body: clean(body), outcomeNote: clean(outcomeNote) })
        .where(eq(memberComment.id, id)),
  }))
}
