import { and, desc, eq, sql } from "drizzle-orm"
import { type GuideId, type GuideQuestion, isFrozen, MOST_GUIDES } from "../../core/guide"
import type { MemberId, ProjectId, SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { guide, guideUse, guideValidation, project as projects, source } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, finishErasures } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"

type Needed = Pick<Services, "db" | "ids" | "clock">

/**
 * Begins the next version of a project's guide, as the last one stands. One at a time is written: refused while the last
 * is still open.
 */
export async function beginGuide(
  services: Needed,
  { project, by }: { readonly project: ProjectId; readonly by: MemberId },
): Promise<{ readonly id: GuideId; readonly number: number }> {
  return services.db.transaction(async (tx) => {
    // Two who begin at once begin one.
    await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, project)).for("update")
    const [last] = await tx
      .select()
      .from(guide)
      .where(eq(guide.project, project))
      .orderBy(desc(guide.number))
      .limit(1)
    if (last && !(await frozen(tx, last.id))) throw new Refusal("guide-open", { guide: last.id })
    const number = (last?.number ?? 0) + 1
    if (number > MOST_GUIDES) throw new Refusal("too-many-guides")
    const at = services.clock()
    const id = services.ids.newId()
    const who = { createdBy: by, createdAt: at, changedBy: by, changedAt: at }
    await tx.insert(guide).values({ id, project, number, questions: last?.questions ?? [], ...who })
    await note(tx, services, { project, account: by, action: "guide-begun", subject: id })
    return { id, number }
  })
}

/** Writes an open version anew, for who has seen it as it stands: else it would undo what another has written. */
export async function writeGuide(
  services: Needed,
  request: {
    readonly guide: GuideId
    readonly by: MemberId
    readonly revision: number
    readonly questions: readonly GuideQuestion[]
  },
): Promise<{ readonly revision: number }> {
  return services.db.transaction(async (tx) => {
    const held = await hold(tx, request.guide)
    if (await frozen(tx, held.id)) throw new Refusal("guide-frozen")
    if (held.revision !== request.revision) throw new Refusal("guide-changed")
    const revision = held.revision + 1
    const { questions, by } = request
    await tx
      .update(guide)
      .set({ questions, revision, changedBy: by, changedAt: services.clock() })
      .where(eq(guide.id, held.id))
    return { revision }
  })
}

/**
 * Throws an open version away, as one has seen it, for good; the one before is the last again. Never one that somebody
 * validated, or that an event asks from.
 */
export async function dropGuide(
  services: Services,
  request: { readonly guide: GuideId; readonly by: MemberId; readonly revision: number },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const { id, project, revision } = await hold(tx, request.guide)
    if (await frozen(tx, id)) throw new Refusal("guide-frozen")
    if (revision !== request.revision) throw new Refusal("guide-changed")
    const { by } = request
    await tx.delete(guide).where(eq(guide.id, id))
    await note(tx, services, { project, account: by, action: "guide-dropped", subject: project })
    await beginErasure(tx, services, { project, source: null, what: "guide", by, files: [] })
  })
  await finishErasures(services)
}

/** Says that a version is good, as one has seen it; from then on it stays so. Said twice it is said once. */
export async function validateGuide(
  services: Needed,
  request: { readonly guide: GuideId; readonly by: MemberId; readonly revision: number },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const held = await hold(tx, request.guide)
    if (held.revision !== request.revision) throw new Refusal("guide-changed")
    if (held.questions.length === 0) throw new Refusal("guide-empty")
    const said = await tx
      .insert(guideValidation)
      .values({ guide: held.id, account: request.by, createdAt: services.clock() })
      .onConflictDoNothing()
      .returning({ guide: guideValidation.guide })
    if (said.length === 0) return
    const { project } = held
    await note(tx, services, { project, account: request.by, action: "guide-validated", subject: held.id })
  })
}

/** Says which version an event asks from, and answers its questions; from then on that version stays as it is. */
export async function chooseGuide(
  services: Needed,
  request: { readonly source: SourceId; readonly guide: GuideId; readonly by: MemberId },
): Promise<{ readonly number: number; readonly questions: readonly GuideQuestion[] }> {
  return services.db.transaction(async (tx) => {
    const held = await hold(tx, request.guide)
    const [event] = await tx
      .select({ id: source.id })
      .from(source)
      .where(and(eq(source.id, request.source), eq(source.project, held.project)))
    if (!event) throw new Refusal("not-found")
    if (held.questions.length === 0) throw new Refusal("guide-empty")
    const { id, project, number, questions } = held
    const [before] = await tx.select().from(guideUse).where(eq(guideUse.source, event.id))
    if (before?.guide === id) return { number, questions }
    const use = { guide: id, account: request.by, createdAt: services.clock() }
    await tx
      .insert(guideUse)
      .values({ source: event.id, ...use })
      .onConflictDoUpdate({ target: guideUse.source, set: use })
    await note(tx, services, { project, account: request.by, action: "guide-used", subject: event.id })
    return { number, questions }
  })
}

/** What a question owes to sources that are deleted goes with them: it may be in their words. */
export async function dropOrigins(tx: Db, ids: readonly SourceId[]): Promise<void> {
  const gone = new Set(ids)
  const rows = await tx
    .selectDistinct({ id: guide.id, questions: guide.questions })
    .from(guide)
    .innerJoin(source, eq(source.project, guide.project))
    .where(sql`${source.id} = any(${sql.param([...ids])}::text[])`)
  for (const { id, questions } of rows) {
    if (!questions.some(({ origin }) => origin.source !== null && gone.has(origin.source))) continue
    await rewriteGuide(tx, id, (question) =>
      question.origin.source !== null && gone.has(question.origin.source)
        ? { ...question, origin: { idea: "", source: null } }
        : question,
    )
  }
}

/** Whoever has it open is told that it has changed, and does not write back what is gone. */
export async function rewriteGuide(
  tx: Db,
  id: GuideId,
  now: (question: GuideQuestion) => GuideQuestion,
): Promise<void> {
  const held = await hold(tx, id)
  await tx
    .update(guide)
    .set({ questions: held.questions.map(now), revision: held.revision + 1 })
    .where(eq(guide.id, id))
}

async function hold(tx: Db, id: GuideId) {
  const [row] = await tx.select().from(guide).where(eq(guide.id, id)).for("update")
  if (!row) throw new Refusal("not-found")
  return row
}

async function frozen(tx: Db, id: GuideId): Promise<boolean> {
  const validations = await tx.select().from(guideValidation).where(eq(guideValidation.guide, id)).limit(1)
  const uses = await tx.select().from(guideUse).where(eq(guideUse.guide, id)).limit(1)
  return isFrozen({ validations, uses })
}
