/**
 * The interview guide of a project: questions in their order, prompts under each, and where a question comes from. It
 * has versions; one that was validated or asked from stays as it is, and what changes makes the next.
 */
import type { Id, SourceId } from "./model"

/** One version of a project's guide. */
export type GuideId = Id<"guide">

/** Keeps its id from version to version, however it is worded. */
export interface GuidePrompt {
  readonly id: string
  readonly text: string
}

/** What made a question worth asking: an idea, and the earlier interview it came from. */
export interface Origin {
  readonly idea: string
  readonly source: SourceId | null
}

export interface GuideQuestion extends GuidePrompt {
  readonly prompts: readonly GuidePrompt[]
  readonly origin: Origin
}

export const NO_ORIGIN: Origin = { idea: "", source: null }

export const LONGEST_QUESTION = 300
export const LONGEST_IDEA = 500
export const MOST_QUESTIONS = 100
export const MOST_PROMPTS = 30
export const MOST_GUIDES = 200

/** What decides whether a version may still be written. */
export interface GuideStanding {
  readonly validations: readonly unknown[]
  readonly uses: readonly unknown[]
}

/** Whoever validated it, or asked from it, is to find it as it was. */
export function isFrozen({ validations, uses }: GuideStanding): boolean {
  return validations.length > 0 || uses.length > 0
}

/** A line as it is written: a question, or a prompt of the question above it. An empty one is not there yet. */
export interface GuideLine {
  readonly id: string
  readonly is: "question" | "prompt"
  readonly text: string
  /** Of a question; a prompt that was one keeps it, should it become one again. */
  readonly origin: Origin
}

export function linesOf(questions: readonly GuideQuestion[]): GuideLine[] {
  return questions.flatMap(({ prompts, ...question }) => [
    { ...question, is: "question" as const },
    ...prompts.map((prompt) => ({ ...prompt, is: "prompt" as const, origin: NO_ORIGIN })),
  ])
}

/** What lines come to: without the empty ones; a prompt that has no question above it is a question. */
export function questionsOf(lines: readonly GuideLine[]): GuideQuestion[] {
  const questions: (GuideQuestion & { readonly prompts: GuidePrompt[] })[] = []
  for (const { id, is, text, origin } of lines) {
    const said = { id, text: text.replace(/\s+/gu, " ").trim() }
    if (said.text === "") continue
    const last = questions.at(-1)
    if (is === "prompt" && last) last.prompts.push(said)
    else questions.push({ ...said, origin: { ...origin, idea: origin.idea.trim() }, prompts: [] })
  }
  return questions
}

/** The lines with one moved by one place, up or down: a question with its prompts, past another with its own. */
export function movedLine(lines: readonly GuideLine[], id: string, by: -1 | 1): readonly GuideLine[] {
  const at = lines.findIndex((line) => line.id === id)
  const line = lines[at]
  if (!line) return lines
  const from = { from: at, to: line.is === "prompt" ? at + 1 : blockEnd(lines, at) }
  const other = by > 0 ? after(lines, line, from.to) : before(lines, line, at)
  if (!other) return lines
  const [first, second] = by > 0 ? [from, other] : [other, from]
  return [
    ...lines.slice(0, first.from),
    ...lines.slice(second.from, second.to),
    ...lines.slice(first.from, first.to),
    ...lines.slice(second.to),
  ]
}

function after(lines: readonly GuideLine[], { is }: GuideLine, to: number) {
  if (to >= lines.length) return null
  return { from: to, to: is === "prompt" ? to + 1 : blockEnd(lines, to) }
}

function before(lines: readonly GuideLine[], { is }: GuideLine, at: number) {
  // Above the first question a prompt would be none.
  if (is === "prompt") return at > 1 ? { from: at - 1, to: at } : null
  const from = lines.slice(0, at).findLastIndex((line) => line.is === "question")
  return from < 0 ? null : { from, to: at }
}

/** Behind the last prompt of the question there. */
function blockEnd(lines: readonly GuideLine[], at: number): number {
  const next = lines.findIndex((line, place) => place > at && line.is === "question")
  return next < 0 ? lines.length : next
}
