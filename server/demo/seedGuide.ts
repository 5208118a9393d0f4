import type { GuideId, GuideQuestion } from "../../core/guide"
import type { ProjectId, SourceId } from "../../core/model"
import { type DemoQuestion, guideVersions } from "../../db/seed/demo/field/guide"
import { beginGuide, validateGuide, writeGuide } from "../commands/guides"
import type { Services } from "../services"
import type { Pair } from "./takeStep"

/** The versions of the demo's guide, the first first. */
export type SeededGuide = readonly {
  readonly id: GuideId
  readonly number: number
  readonly questions: readonly (GuideQuestion & { readonly key: string })[]
}[]

/** Writes the demo's guide version by version, each validated before the next is begun. */
export async function seedGuide(
  services: Services,
  project: ProjectId,
  interview: SourceId,
  pair: Pair,
): Promise<SeededGuide> {
  const ids = new Map<string, string>()
  const idOf = (key: string) => {
    const id = ids.get(key) ?? services.ids.newId()
    ids.set(key, id)
    return id
  }
  const questionOf = ({ key, text, prompts, idea = "", fromInterview }: DemoQuestion) => ({
    id: idOf(key),
    key,
    text,
    prompts: prompts.map(([prompt, text]) => ({ id: idOf(prompt), text })),
    origin: { idea, source: fromInterview ? interview : null },
  })
  const seeded = []
  for (const version of guideVersions) {
    const { id, number } = await beginGuide(services, { project, by: pair[version.by] })
    const questions = version.questions.map(questionOf)
    const written = questions.map(({ key: _, ...question }) => question)
    const by = pair[version.by]
    const { revision } = await writeGuide(services, { guide: id, by, revision: 0, questions: written })
    for (const who of version.validatedBy)
      await validateGuide(services, { guide: id, by: pair[who], revision })
    seeded.push({ id, number, questions })
  }
  return seeded
}
