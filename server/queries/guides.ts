import { asc, eq } from "drizzle-orm"
import type { GuideId, GuideQuestion } from "../../core/guide"
import type { MemberId, ProjectId, SourceId } from "../../core/model"
import { account, guide, guideUse, guideValidation, source } from "../../db/schema"
import type { Services } from "../services"

interface Someone {
  readonly id: MemberId
  readonly name: string
}

/** A version of a project's guide, with who stands for it. */
export interface GuideVersion {
  readonly id: GuideId
  readonly number: number
  readonly revision: number
  readonly questions: readonly GuideQuestion[]
  readonly changedBy: Someone
  readonly changedAt: string
  readonly validations: readonly { readonly by: Someone; readonly at: string }[]
  /** The events that ask from it. */
  readonly uses: readonly { readonly source: SourceId; readonly title: string }[]
}

/** All versions, the first first. */
export async function guidesOf(
  { db }: Pick<Services, "db">,
  project: ProjectId,
): Promise<readonly GuideVersion[]> {
  const rows = await db
    .select({ guide, name: account.name })
    .from(guide)
    .leftJoin(account, eq(account.id, guide.changedBy))
    .where(eq(guide.project, project))
    .orderBy(asc(guide.number))
  const validations = await db
    .select({ said: guideValidation, name: account.name })
    .from(guideValidation)
    .innerJoin(guide, eq(guide.id, guideValidation.guide))
    .leftJoin(account, eq(account.id, guideValidation.account))
    .where(eq(guide.project, project))
    .orderBy(asc(guideValidation.createdAt), asc(guideValidation.account))
  const uses = await db
    .select({ guide: guideUse.guide, source: source.id, title: source.title })
    .from(guideUse)
    .innerJoin(source, eq(source.id, guideUse.source))
    .where(eq(source.project, project))
    .orderBy(asc(source.position), asc(source.id))
  return rows.map(({ guide: { id, number, revision, questions, changedBy, changedAt }, name }) => ({
    id,
    number,
    revision,
    questions,
    changedBy: { id: changedBy, name: name ?? "" },
    changedAt: changedAt.toISOString(),
    validations: validations
      .filter(({ said }) => said.guide === id)
      .map(({ said, name }) => ({
        by: { id: said.account, name: name ?? "" },
        at: said.createdAt.toISOString(),
      })),
    uses: uses.filter((use) => use.guide === id).map(({ source, title }) => ({ source, title })),
  }))
}
