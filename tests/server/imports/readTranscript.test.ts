import { strToU8, zipSync } from "fflate"
import { expect, it } from "vitest"
import { applyLabels, guessedDecisions } from "../../../core/exchange/applyLabels"
import { readTranscript } from "../../../server/imports/readTranscript"

const docx = (body: string) =>
  zipSync({ "word/document.xml": strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) })

function turnsOf(name: string, bytes: Uint8Array) {
  const reading = readTranscript({ name, bytes })
  if (!reading.ok) return reading.problem
  let ids = 0
  const { speakers, turns } = applyLabels(reading.draft, guessedDecisions(reading.draft), () => `s${ids++}`)
  return turns.map(
    ({ speaker, text }) => `${speakers.find(({ id }) => id === speaker)?.label ?? "-"}> ${text}`,
  )
}

it("reads a dialogue in text and in Word alike", () => {
  const lines = [
    "Entretien M7",
    "Int. : Bonjour.",
    "M7 : Bonjour docteur.",
    "Vous allez bien ?",
    "Int. : Oui.",
  ]
  const expected = [
    "-> Entretien M7",
    "Int.> Bonjour.",
    "M7> Bonjour docteur. Vous allez bien ?",
    "Int.> Oui.",
  ]
  expect(turnsOf("m7.txt", strToU8(lines.join("\r\n")))).toEqual(expected)
  expect(
    turnsOf("m7.docx", docx(lines.map((t) => `<w:p><w:r><w:t>${t}</w:t></w:r></w:p>`).join(""))),
  ).toEqual(expected)
})
