import type { Share, Speaking } from "../../core/speaking"
import { table } from "./table"

const columns = [
  "question",
  "who",
  "part",
  "turns",
  "words",
  "seconds",
  "shareOfTime",
  "shareOfWords",
  "longestSeconds",
  "estimated",
  "turnsWithoutTime",
  "timeFrom",
] as const

/** What was said of no question has lines of its own. */
const OF_NONE = "(none)"

/** Who spoke how much: a line a person, first of the whole (without a question), then of each question. */
export function speakingTable({ from, whole, questions }: Speaking): string {
  const row = (question: string) => (share: Share) => [
    question,
    share.who,
    share.part,
    String(share.turns),
    share.words === null ? "" : String(share.words),
    (share.ms / 1_000).toFixed(1),
    part(share.ofTime),
    part(share.ofWords),
    share.longestMs === null ? "" : (share.longestMs / 1_000).toFixed(1),
    share.estimated ? "yes" : "no",
    String(share.untimed),
    from,
  ]
  const ofQuestions = questions.flatMap(({ question, shares }) => shares.map(row(question?.text ?? OF_NONE)))
  return table([columns, ...whole.shares.map(row("")), ...ofQuestions])
}

const part = (share: number | null) => (share === null ? "" : share.toFixed(4))
