import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { applyLabels, guessedDecisions, type LabelDecision } from "../../../core/exchange/applyLabels"
import { paragraphsOfText } from "../../../core/exchange/plainText"
import { draftTranscript } from "../../../core/exchange/transcriptDraft"
import { storable, TURN_BREAK, textOf, wordsOf } from "../../../core/text"

const wordsIn = (text: string) => wordsOf(text).map(({ from, to }) => text.slice(from, to))

/** Words of French speech, with what makes headers hard to tell: colons, brackets, figures, times. */
const word = fc.constantFrom(
  ...[
    "je",
    "l’ai",
    "dit",
    "à",
    "12:31",
    "Problème",
    "M7",
    "(rires)",
    "[00:12]",
    "«",
    "oui",
    "»",
    ":",
    "–",
    "e\u0301té",
    "🙂",
  ],
)
const said = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `alors ${words.join(" ")}`)
const label = fc.constantFrom("Int.", "M7", "Médecin 3", "G1", "Dr B.")
const colon = fc.constantFrom(" : ", ": ", "\u00a0: ", "\u202f:\u00a0", " : ")
const time = fc.constantFrom("", "[00:00:12] ", "12:31 ", "(0:01 - 0:11) ", "#00:00:07-1# ")

interface Spoken {
  readonly label: string
  readonly head: string
  readonly words: readonly string[]
}
const spoken: fc.Arbitrary<Spoken> = fc
  .tuple(label, time, colon, fc.array(said, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([label, time, colon, words, leads]) => ({
    label,
    head: leads ? `${time}${label}${colon}` : `${label} ${time}`.trimEnd() + colon,
    words,
  }))
const dialogue = fc.array(spoken, { minLength: 1, maxLength: 15 })
const written = (turns: readonly Spoken[]) =>
  turns.map(({ head, words }) => head + words.join("\n")).join("\n\n")
const draftOf = (text: string) => draftTranscript("text", paragraphsOfText(text))
const believing = (labels: readonly string[]): LabelDecision[] =>
  labels.map((label) => ({ label, speaks: true, as: label, interviewer: false }))
const newId = () => "id"

describe("[X1] words out are words in, less labels and times", () => {
  it("for any dialogue, whatever is said in it", () => {
    fc.assert(
      fc.property(dialogue, (turns) => {
        const decisions = believing(turns.map(({ label }) => label))
        const transcript = applyLabels(draftOf(written(turns)), decisions, newId)
        expect(transcript.turns.map(({ text }) => wordsIn(text))).toEqual(
          turns.map(({ words }) => wordsIn(words.join(" "))),
        )
      }),
    )
  })

  it("for any text and any decisions: every word of the paragraphs but those before and after the words", () => {
    const anyText = fc
      .array(
        fc.oneof(
          said,
          spoken.map((one) => written([one])),
          fc.string(),
        ),
      )
      .map((all) => all.join("\n"))
    fc.assert(
      fc.property(anyText, fc.func(fc.boolean()), (text, believe) => {
        const draft = draftOf(text)
        const decisions = draft.labels.map((one) => ({ ...one, as: one.label, speaks: believe(one.label) }))
        const speaking = new Set(decisions.filter(({ speaks }) => speaks).map(({ label }) => label))
        const kept = draft.paragraphs.flatMap(({ text: whole, header }) => {
          if (!header) return wordsIn(whole)
          const speaks = header.label === null || speaking.has(header.label)
          return wordsIn(whole.slice(speaks ? header.textFrom : header.labelFrom, header.textTo))
        })
        const { turns } = applyLabels(draft, decisions, newId)
        expect(wordsIn(textOf(turns))).toEqual(kept)
      }),
    )
  })

  it("a draft holds every word of the text, as it can be kept", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(said, fc.string({ unit: "binary" }))), (lines) => {
        const text = lines.join("\n")
        const kept = draftOf(text).paragraphs.flatMap((paragraph) => wordsIn(paragraph.text))
        expect(kept).toEqual(wordsIn(storable(text).replace(/[\u0085]/g, "\n")))
      }),
    )
  })

  it("no turn holds a line break or begins or ends with white space, and none is empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const draft = draftOf(text)
        for (const turn of applyLabels(draft, guessedDecisions(draft), newId).turns) {
          expect(turn.text).not.toContain(TURN_BREAK)
          expect(turn.text).toBe(turn.text.trim())
          expect(turn.text).not.toBe("")
        }
      }),
    )
  })
})

it("the dialogues generated are worth reading", () => {
  const drafts = fc.sample(dialogue, { numRuns: 50, seed: 7 }).map((turns) => draftOf(written(turns)))
  const headers = drafts.flatMap(({ paragraphs }) => paragraphs.map(({ header }) => header))
  expect(headers.some((header) => header === null)).toBe(true)
  expect(headers.some((header) => header?.endMs != null)).toBe(true)
  expect(headers.some((header) => header !== null && header.labelFrom > 0 && header.label !== null)).toBe(
    true,
  )
  expect(drafts.some(({ labels }) => labels.some(({ speaks }) => !speaks))).toBe(true)
})
