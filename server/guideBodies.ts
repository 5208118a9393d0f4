/** The shapes of what the API accepts about a guide. */
import { z } from "zod"
import { LONGEST_IDEA, LONGEST_QUESTION, MOST_PROMPTS, MOST_QUESTIONS } from "../core/guide"
import { isId } from "../core/model"
import { storable } from "../core/text"
import { id } from "./bodies"

const own = z.string().refine(isId, "1–100 letters, digits, - or _, and no name of every object")
const said = z.string().max(LONGEST_QUESTION).transform(storable).pipe(z.string().trim().min(1))
const prompt = z.strictObject({ id: own, text: said })
const question = z.strictObject({
  id: own,
  text: said,
  prompts: z.array(prompt).max(MOST_PROMPTS),
  origin: z.strictObject({
    idea: z.string().max(LONGEST_IDEA).transform(storable),
    source: id.nullable(),
  }),
})
const revision = z.number().int().min(0)

export const guideBody = z.strictObject({
  revision,
  questions: z
    .array(question)
    .max(MOST_QUESTIONS)
    .refine((all) => {
      const ids = all.flatMap(({ id, prompts }) => [id, ...prompts.map((prompt) => prompt.id)])
      return new Set(ids).size === ids.length
    }, "each under an id of its own"),
})

/** One validates, or throws away, what one has seen. */
export const guideRevisionBody = z.strictObject({ revision })

export const guideUseBody = z.strictObject({ guide: id })
