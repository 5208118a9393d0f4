import { describe, expect, it } from "vitest"
import { type GuideLine, linesOf, movedLine, NO_ORIGIN, questionsOf } from "../../core/guide"
import { guideChanges, isUnchanged } from "../../core/guideChanges"
import { linesFromText } from "../../core/guideText"

/** "Q1 / a / b" is a question with two prompts. Its words are its ids, unless they are said: "id=words". */
function guide(...questions: string[]) {
  return questions.map((written) => {
    const [question, ...prompts] = written.split(" / ").map((each) => {
      const [id, text = id] = each.split("=")
      return { id: id!, text: text! }
    })
    return { ...question!, prompts, origin: NO_ORIGIN }
  })
}

const line = (text: string): GuideLine => {
  const is = text.startsWith("-") ? "prompt" : "question"
  return { id: text, is, text: text.replace("-", ""), origin: NO_ORIGIN }
}
const lines = (...texts: string[]) => texts.map(line)
const order = (some: readonly GuideLine[]) => some.map(({ id }) => id)

describe("lines", () => {
  it("[F20] come to the questions they were made of", () => {
    const questions = guide("A / a1 / a2", "B")
    expect(questionsOf(linesOf(questions))).toEqual(questions)
  })

  it("[F20] that are empty are none, and a prompt without a question is one", () => {
    const questions = questionsOf([
      line("-first"),
      line("-second"),
      { ...line("x"), text: " \n " },
      line("B"),
    ])
    expect(questions.map(({ text, prompts }) => [text, prompts.length])).toEqual([
      ["first", 1],
      ["B", 0],
    ])
  })

  it("[F20] move: a question past another with all its prompts, a prompt by one line", () => {
    const all = lines("A", "-a1", "B", "-b1", "-b2", "C")
    expect(order(movedLine(all, "B", -1))).toEqual(["B", "-b1", "-b2", "A", "-a1", "C"])
    expect(order(movedLine(all, "A", 1))).toEqual(["B", "-b1", "-b2", "A", "-a1", "C"])
    expect(order(movedLine(all, "C", -1))).toEqual(["A", "-a1", "C", "B", "-b1", "-b2"])
    expect(order(movedLine(all, "-b1", -1))).toEqual(["A", "-a1", "-b1", "B", "-b2", "C"])
    expect(order(movedLine(all, "-b1", 1))).toEqual(["A", "-a1", "B", "-b2", "-b1", "C"])
    for (const [id, by] of [
      ["A", -1],
      ["C", 1],
      ["-a1", -1],
      ["no", 1],
    ] as const)
      expect(movedLine(all, id, by)).toBe(all)
  })

  it("[F20] moved there and back stand where they stood", () => {
    const all = lines("A", "-a1", "B", "-b1", "-b2", "C")
    for (const id of ["A", "B"]) expect(movedLine(movedLine(all, id, 1), id, -1)).toEqual(all)
  })
})

describe("what changed between two versions", () => {
  const said = (before: ReturnType<typeof guide>, after: ReturnType<typeof guide>) =>
    guideChanges(before, after)
      .filter((change) => !isUnchanged(change))
      .map((change) => {
        if (change.is !== "kept") return `${change.is} ${change.question.id}`
        const { added, removed, reworded, moved } = change.prompts
        return [
          change.question.id,
          change.reworded && "reworded",
          change.moved && "moved",
          added.length > 0 && `+${added.map(({ id }) => id)}`,
          removed.length > 0 && `-${removed.map(({ id }) => id)}`,
          reworded.length > 0 && `~${reworded.map(({ id }) => id)}`,
          moved && "prompts moved",
          change.originChanged && "origin",
        ]
          .filter(Boolean)
          .join(" ")
      })

  it("[F23] is nothing between a version and itself", () => {
    const one = guide("A / a1", "B")
    expect(said(one, one)).toEqual([])
    expect(guideChanges(one, one)).toHaveLength(2)
  })

  it("[F23] is told by question, whatever was reworded", () => {
    expect(said(guide("A=x", "B", "C"), guide("A=y", "C", "D"))).toEqual([
      "A reworded",
      "removed B",
      "added D",
    ])
    expect(said(guide("A / p=1 / q / r"), guide("A / r / p=2 / s"))).toEqual(["A +s -q ~p prompts moved"])
    const [one] = guide("A")
    expect(said([one!], [{ ...one!, origin: { idea: "peur", source: null } }])).toEqual(["A origin"])
  })

  it("[F23] counts as moved the fewest that explain the order", () => {
    expect(said(guide("A", "B", "C", "D"), guide("D", "A", "B", "C"))).toEqual(["D moved"])
    expect(said(guide("A", "B", "C"), guide("X", "A", "B", "C"))).toEqual(["added X"])
    expect(said(guide("A", "B"), guide("B", "A"))).toHaveLength(1)
  })

  it("[F23] shows what is gone where it stood", () => {
    const all = guideChanges(guide("X", "A", "Y", "B"), guide("A", "B"))
    expect(all.map(({ question }) => question.id)).toEqual(["X", "A", "Y", "B"])
  })
})

describe("a text that is pasted", () => {
  const read = (text: string) =>
    linesFromText(text).map(({ is, text }) => (is === "prompt" ? `- ${text}` : text))

  it("[F20] loses numbers and bullets; what is set in or has one is a prompt", () => {
    expect(
      read(
        "1. Comment êtes-vous arrivé ?\n   - Par qui ?\n   - Quand ?\n\n2) Et depuis ?\n\tEncore\na) Ou bien",
      ),
    ).toEqual([
      "Comment êtes-vous arrivé ?",
      "- Par qui ?",
      "- Quand ?",
      "Et depuis ?",
      "- Encore",
      "- Ou bien",
    ])
    expect(read("Q1 : Racontez\n• relance")).toEqual(["Racontez", "- relance"])
  })

  it("[F20] where all look alike is questions; numbers of a sentence stay", () => {
    expect(read("- Un\n- Deux")).toEqual(["Un", "Deux"])
    expect(read("10 ans après, que reste-t-il ?\n3,5 jours")).toEqual([
      "10 ans après, que reste-t-il ?",
      "3,5 jours",
    ])
  })
})
