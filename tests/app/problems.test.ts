import { createTranslator } from "next-intl"
import { describe, expect, it } from "vitest"
import { messages as en } from "../../app/_messages/en"
import { messages as fr } from "../../app/_messages/fr"
import { transcriptSentence } from "../../app/_sync/useProblem"
import { damagedFormats, otherKinds, type TranscriptProblem } from "../../core/exchange/transcriptProblem"
import { refusals } from "../../server/refusal"

const languages = { fr, en }

describe.each(["fr", "en"] as const)("what went wrong, in %s", (language) => {
  const { errors } = languages[language]

  it("has a sentence for every refusal, and for no answer at all", () => {
    const codes = [...Object.keys(refusals), "offline", "internal"].sort()
    expect(Object.keys(errors.problem).sort()).toEqual(codes)
  })

  it.each(transcriptProblems())("has a sentence for a transcript that is %j", (problem) => {
    const t = createTranslator({ locale: language, messages: languages[language], namespace: "errors" })
    const { key, values } = transcriptSentence(problem)
    expect(t.has(key), key).toBe(true)
    expect(t(key, values).length).toBeGreaterThan(20)
  })
})

function transcriptProblems(): TranscriptProblem[] {
  const kinds = [...otherKinds, null]
  return [
    { code: "empty-file" },
    { code: "encrypted" },
    { code: "binary" },
    { code: "no-text" },
    ...(["file", "unpacked", "entries", "paragraphs"] as const).map((what) => ({
      code: "too-large" as const,
      what,
      limit: 1 << 25,
    })),
    ...(["not-a-zip", "damaged", "no-document", "doctype", "bad-xml"] as const).map((because) => ({
      code: "broken-docx" as const,
      because,
    })),
    ...damagedFormats.map((format) => ({ code: "damaged" as const, format })),
    ...kinds.map((looksLike) => ({ code: "unknown-format" as const, looksLike, extension: "x" })),
  ]
}
