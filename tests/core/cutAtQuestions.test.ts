import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cutAt, questionsPut } from "../../core/cutAtQuestions"
import type { FieldNotes, Ticking } from "../../core/fieldNotes"
import { placeTurns, wordsOf } from "../../core/text"
import { group } from "../../db/seed/demo/field/group"
import { guideVersions } from "../../db/seed/demo/field/guide"
import { interview } from "../../db/seed/demo/interview"

const speakers = [
  { id: "Int.", interviewer: true },
  { id: "A", interviewer: false },
]
/** Lines as « 0:10 Int. Et vous ? ». */
function said(...lines: string[]) {
  const turns = lines.map((line) => {
    const [, minutes, seconds, speaker, text] = /^(?:(\d+):(\d\d) )?(Int\.|A) (.+)$/u.exec(line)!
    const startMs = minutes === undefined ? null : (Number(minutes) * 60 + Number(seconds)) * 1_000
    return { speaker: speaker!, text: text!, startMs, endMs: null }
  })
  return { turns: placeTurns(turns), speakers }
}
const question = (text: string, id = text) => ({ id, text })
const BEGAN = 1_700_000_000_000
/** Notes laid on the recording from its beginning, with ticks at these seconds. */
function ticked(
  at: Readonly<Record<string, number>>,
  ticking: Ticking = "put",
): Pick<FieldNotes, "alignment" | "clock" | "marks" | "ticks" | "event"> {
  const ticks = Object.entries(at).map(([question, seconds]) => {
    return { id: `t-${question}`, question, at: BEGAN + seconds * 1_000, by: "ana" }
  })
  const event = { date: null, place: "", guide: null, ticking }
  return { alignment: { by: "hand", offsetMs: -BEGAN }, clock: [], marks: [], ticks, event }
}
const places = (put: ReturnType<typeof questionsPut>) =>
  put.map(({ question, turn, tickMs }) => `${question} ${turn} ${tickMs === null ? "words" : tickMs / 1_000}`)

describe("[F31] the questions of a guide in a transcript", () => {
  it("are found by their own words, among others, in the interviewer's turns alone", () => {
    const talk = said(
      "Int. Merci d’être venue. Alors, comment êtes-vous arrivée ici, racontez ?",
      "A Vous me demandez : comment êtes-vous arrivée ici ?",
      "Int. Et ensuite ?",
      "A Qu’est-ce qui a changé depuis ? Rien.",
      "Int. Et qu’est-ce qui aurait changé, depuis ce jour ?",
    )
    const asked = [
      question("Comment êtes-vous arrivé ici ?", "came"),
      question("Qu’est-ce qui a changé depuis ?", "new"),
    ]
    expect(places(questionsPut(talk, asked, null))).toEqual(["came 0 words", "new 4 words"])
    expect(questionsPut(talk, [question("Et votre sœur, qu’en pense-t-elle ?")], null)).toEqual([])
  })

  it("are not found by chance: of a short one every word is wanted, and no other", () => {
    const talk = said("Int. Et vous ?", "A Moi ?", "Int. Et vous, ensuite, vous dites quoi ?")
    expect(places(questionsPut(talk, [question("Et ensuite ?", "then")], null))).toEqual([])
    expect(places(questionsPut(talk, [question("Et vous ?", "you")], null))).toEqual(["you 0 words"])
  })

  it("are found where they were ticked: the turn that says most of it near there, else the nearest", () => {
    const talk = said(
      "0:00 Int. Bonjour. On commence.",
      "0:10 A Bonjour.",
      "0:30 Int. Racontez votre arrivée.",
      "0:32 A Par le train.",
      "0:50 Int. Oui ?",
      "0:52 A Voilà.",
      "5:00 Int. Et la suite ?",
    )
    const asked = [
      question("Racontez-moi votre arrivée ici", "came"),
      question("Les années d’après", "later"),
    ]
    expect(places(questionsPut(talk, asked, ticked({ came: 48, later: 295 })))).toEqual([
      "came 2 48",
      "later 6 295",
    ])
    // Ticked once it was done: the next begins there.
    expect(places(questionsPut(talk, asked, ticked({ came: 295, later: 400 }, "done")))).toEqual([
      "later 6 295",
    ])
    // Nothing was asked near there, or nothing lays the clocks on each other.
    expect(places(questionsPut(talk, asked, ticked({ came: 200 })))).toEqual([])
    expect(questionsPut(talk, asked, { ...ticked({ came: 48 }), alignment: null })).toEqual([])
  })

  it("are looked for everywhere where nobody is known to ask", () => {
    const nobody = speakers.map((speaker) => ({ ...speaker, interviewer: false }))
    const talk = { ...said("Int. Qui sait, la nuit ?", "A Moi."), speakers: nobody }
    expect(places(questionsPut(talk, [question("Qui sait, la nuit ?", "night")], null))).toEqual([
      "night 0 words",
    ])
  })

  it("stand in the demo's interview and in its group", () => {
    const of = (
      turns: typeof interview.turns,
      labels: readonly { label: string; interviewer: boolean }[],
    ) => ({
      turns: placeTurns(turns.map((turn) => ({ ...turn }))),
      speakers: labels.map(({ label, interviewer }) => ({ id: label, interviewer })),
    })
    const asked = (version: number) =>
      guideVersions[version]!.questions.map(({ key, text }) => ({ id: key, text }))
    const found = (...args: Parameters<typeof questionsPut>) =>
      questionsPut(...args).map(({ question }) => question)
    expect(found(of(interview.turns, interview.speakers), asked(0), null)).toEqual([
      "last-time",
      "silence",
      "heard",
      "stopped",
      "help",
    ])
    expect(found(of(group.turns, group.speakers), asked(1), null)).toEqual([
      "last-time",
      "silence",
      "nights",
      "decision",
      "help",
    ])
  })
})

describe("[F31, C6] a transcript that is cut at questions", () => {
  const words = (count: number) => Array.from({ length: count }, () => "mot").join(" ")
  const starts = (talk: ReturnType<typeof said>, at: number[]) =>
    cutAt(talk, at).map(({ fromTurn }) => fromTurn)

  it("begins a passage at each, and takes a few words before the first along", () => {
    const talk = said(`A ${words(20)}`, "Int. Un ?", `A ${words(200)}`, "Int. Deux ?", `A ${words(10)}`)
    expect(starts(talk, [1, 3])).toEqual([0, 3])
    const long = said(`A ${words(160)}`, "Int. Un ?", `A ${words(200)}`, "Int. Deux ?", `A ${words(10)}`)
    expect(starts(long, [3, 1, 3])).toEqual([0, 1, 3])
    // What is said before the second belongs to the first, however little it is.
    expect(starts(said("Int. Un ?", "A Oui.", "Int. Deux ?", "A Non."), [0, 2])).toEqual([0, 2])
    expect(starts(said("A Oui.", "Int. Un ?"), [])).toEqual([0])
  })

  it("is cut besides where two are far apart", () => {
    const between = Array.from({ length: 8 }, () => [`A ${words(150)}`, "Int. Et ensuite, alors ?"]).flat()
    expect(starts(said("Int. Un ?", ...between, "Int. Deux ?", "A Oui."), [0, 17])).toEqual([0, 4, 8, 12, 17])
  })

  it("has every turn once, in order, wherever it is cut", () => {
    const turn = fc.record({ speaker: fc.constantFrom("Int.", "A"), count: fc.integer({ min: 1, max: 400 }) })
    const cut = fc.tuple(
      fc.array(turn, { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: -2, max: 32 })),
    )
    fc.assert(
      fc.property(cut, ([lines, at]) => {
        const talk = said(...lines.map(({ speaker, count }) => `${speaker} ${words(count)}`))
        const ranges = cutAt(talk, at)
        expect(ranges[0]!.fromTurn).toBe(0)
        expect(ranges.at(-1)!.toTurn).toBe(lines.length)
        for (const [place, { fromTurn, toTurn }] of ranges.entries()) {
          expect(toTurn).toBeGreaterThan(fromTurn)
          if (place > 0) expect(fromTurn).toBe(ranges[place - 1]!.toTurn)
        }
        const before = wordsOf(
          lines
            .slice(0, ranges[0]!.toTurn)
            .map(({ count }) => words(count))
            .join(" "),
        ).length
        if (ranges.length > 1) expect(before).toBeGreaterThan(0)
      }),
    )
  })
})
