import { beganAt, byTime, type FieldNotes, toRecording } from "../../core/fieldNotes"
import type { MemberId } from "../../core/model"
import { table } from "./table"

const columns = ["at", "sinceBeginning", "inRecording", "kind", "who", "sign", "text", "by"] as const

/**
 * Live notes as a table, in their order, a line a mark or a question that was put: nothing is shown as one here. Times
 * are seconds, to the tenth.
 */
export function notesTable(notes: FieldNotes, nameOf: (member: MemberId) => string): string {
  const began = beganAt(notes)
  const inRecording = toRecording(notes)
  const put = notes.ticks.map(({ id, at, by, question }) => {
    const text = notes.guide.find((one) => one.id === question)?.text ?? ""
    return { id, at, by, kind: "question", who: [], sign: "", text } as const
  })
  const rows = [...notes.marks, ...put]
    .sort(byTime)
    .map(({ at, by, kind, who, sign, text }) => [
      new Date(at).toISOString(),
      began === null ? "" : seconds(at - began),
      seconds(inRecording(at)),
      kind,
      who === "all" ? who : who.join(" "),
      sign,
      text,
      nameOf(by),
    ])
  return table([columns, ...rows])
}

function seconds(ms: number | null): string {
  return ms === null ? "" : (ms / 1_000).toFixed(1)
}
