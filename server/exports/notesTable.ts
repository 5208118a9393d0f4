import { questionAt } from "../../core/eventGuide"
import { beganAt, byTime, type FieldNotes, toRecording } from "../../core/fieldNotes"
import type { MemberId } from "../../core/model"
import { table } from "./table"

const columns = [
  ...(["at", "sinceBeginning", "inRecording", "kind", "who", "sign", "text", "by"] as const),
  "question",
] as const

/**
 * Live notes as a table, in their order, a line a mark or a question that was put: nothing is shown as one here. Behind
 * them stand the questions that were not put, without a time. Times are seconds, to the tenth; `question` says by its
 * number in the guide which one was talked about then.
 */
export function notesTable(notes: FieldNotes, nameOf: (member: MemberId) => string): string {
  const began = beganAt(notes)
  const inRecording = toRecording(notes)
  const numbers = new Map(notes.guide.map(({ id }, at) => [id, at + 1]))
  const numberAt = (at: number) => numbers.get(questionAt(notes, at) ?? "") ?? ""
  const kind = notes.event.ticking === "put" ? "question" : "question-done"
  const put = notes.ticks.map(({ id, at, by, question }) => {
    const text = notes.guide.find((one) => one.id === question)?.text ?? ""
    return { id, at, by, kind, who: [], sign: "", text, number: numbers.get(question) ?? "" }
  })
  const rows = [...notes.marks, ...put].sort(byTime).map((line) => {
    const { at, by, kind, who, sign, text } = line
    return [
      new Date(at).toISOString(),
      began === null ? "" : seconds(at - began),
      seconds(inRecording(at)),
      kind,
      who === "all" ? who : who.join(" "),
      sign,
      text,
      nameOf(by),
      `${"number" in line ? line.number : numberAt(at)}`,
    ]
  })
  const isPut = new Set(notes.ticks.map(({ question }) => question))
  const left = notes.guide
    .filter(({ id }) => !isPut.has(id))
    .map(({ id, text }) => ["", "", "", "question-left", "", "", text, "", `${numbers.get(id)}`])
  return table([columns, ...rows, ...left])
}

function seconds(ms: number | null): string {
  return ms === null ? "" : (ms / 1_000).toFixed(1)
}
