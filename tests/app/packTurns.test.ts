import fc from "fast-check"
import { expect, test } from "vitest"
import { packTranscript, unpackTranscript } from "../../app/_transcript/packTurns"
import { placeTurns } from "../../core/text"

const speakers = [
  { id: "s1", label: "M7", interviewer: false },
  { id: "s2", label: "Int.", interviewer: true },
]
const time = fc.option(fc.nat(), { nil: null })
const turn = fc.record({
  speaker: fc.option(fc.constantFrom("s1", "s2"), { nil: null }),
  startMs: time,
  endMs: time,
  text: fc.string({ unit: "binary", maxLength: 40 }),
})

test("a transcript that was packed and sent is the same transcript", () => {
  fc.assert(
    fc.property(fc.array(turn), (turns) => {
      const sent = JSON.parse(JSON.stringify(packTranscript({ turns, speakers })))
      expect(unpackTranscript(sent)).toEqual({ turns: placeTurns(turns), speakers })
    }),
  )
})

test("where no turn has a time, none are sent", () => {
  const turns = [{ speaker: "s1", startMs: null, endMs: null, text: "Oui." }]
  expect(packTranscript({ turns, speakers })).toMatchObject({ starts: null, ends: null })
})
