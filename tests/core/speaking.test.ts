import { describe, expect, it } from "vitest"
import { type FieldNotes, heardAt, type Mark, type Ticking } from "../../core/fieldNotes"
import type { Speaker, Turn } from "../../core/model"
import { saidTurns } from "../../core/saidTurns"
import { type Shares, speaking } from "../../core/speaking"
import { placeTurns } from "../../core/text"
import type { WordTime } from "../../core/wordTimes"

const speakers: Speaker[] = [
  { id: "i", label: "Int.", interviewer: true },
  { id: "a", label: "A", interviewer: false },
  { id: "b", label: "b :", interviewer: false },
  { id: "c", label: "C", interviewer: false },
]

/** "a 10 14 trois mots ici": who, from when to when in seconds (– where nobody says), what. */
function turn(line: string): Turn {
  const [who, start, end, ...text] = line.split(" ")
  const ms = (said: string) => (said === "–" ? null : Number(said) * 1_000)
  return { speaker: who === "?" ? null : who!, startMs: ms(start!), endMs: ms(end!), text: text.join(" ") }
}
const said = (lines: readonly string[], heard: { words?: WordTime[]; durationMs?: number } = {}) => ({
  speakers,
  turns: saidTurns(placeTurns(lines.map(turn)), heard),
})
const times = (lines: readonly string[], heard?: { words?: WordTime[]; durationMs?: number }) =>
  said(lines, heard).turns.map(({ time }) =>
    time ? `${time.estimated ? "≈" : ""}${time.startMs / 1_000}–${time.endMs / 1_000}` : "–",
  )

const none: FieldNotes = {
  people: [],
  marks: [],
  signs: [],
  guide: [],
  ticks: [],
  clock: [],
  alignment: null,
  event: { date: null, place: "", guide: null, ticking: "put" },
}
const question = (id: string, order: number, text: string) => ({ id, order, text, prompts: [], from: null })
/** "A 2 turns 12 words 10 s 62 % longest 6 s". */
const shown = ({ shares }: Shares) =>
  shares.map(({ who, turns, words, ms, ofTime, longestMs, estimated }) => {
    const percent = ofTime === null ? "" : ` ${Math.round(ofTime * 100)} %`
    const longest = longestMs === null ? "" : ` longest ${longestMs / 1_000}`
    return `${who || "?"} ${turns} turns ${words ?? "no"} words ${estimated ? "≈" : ""}${ms / 1_000} s${percent}${longest}`
  })

describe("[F12] how long turns are said", () => {
  it("is what is said of them, else until the next begins, the last until the recording ends", () => {
    const lines = ["i 0 – un", "a 4 9 deux", "b 10 – trois"]
    expect(times(lines, { durationMs: 15_000 })).toEqual(["0–4", "4–9", "≈10–15"])
    expect(times(lines)).toEqual(["0–4", "4–9", "–"])
  })

  it("is told by the words where they have times, and is no estimate then", () => {
    // "un deux" stands at 0, "trois quatre" at 8, "cinq" at 21.
    const words = [
      { at: 8, ms: 5_000 },
      { at: 14, ms: 6_000 },
      { at: 21, ms: 9_000 },
    ]
    const lines = ["i 0 – un deux", "a – – trois quatre", "b 9 10 cinq"]
    expect(times(lines)).toEqual(["≈0–3.429", "≈3.429–9", "9–10"])
    expect(times(lines, { words })).toEqual(["0–5", "5–7.5", "9–10"])
  })

  it("is an estimate where a border of it is, and nothing where times run backwards or nobody knows", () => {
    expect(times(["i 10 – xxxx", "a – – xxxx", "b 20 21 xxxx"])).toEqual(["≈10–15", "≈15–20", "20–21"])
    expect(times(["i 30 – un", "a 20 – deux", "b – – trois"])).toEqual(["–", "–", "–"])
  })

  it("counts words, and no remark of whoever wrote them down", () => {
    expect(said(["a – – Oui (rires) « je » crois [inaudible 0:12] *bien* … 12"]).turns[0]!.words).toBe(5)
  })
})

describe("[F12] who spoke", () => {
  const group = said([
    "i 0 2 une question",
    "a 2 8 un deux trois",
    "b 8 10 quatre",
    "i 10 11 encore",
    "a 11 21 cinq six",
    "? 20 21 sept",
  ])

  it("is told in turns, words, shares of both, and the longest turn; who has none is there too", () => {
    const { whole, from, questions } = speaking(group, none)
    expect(from).toBe("transcript")
    // 3 + 16 + 2 + 1 = 22 seconds in all: what is said at once counts twice.
    expect(shown(whole)).toEqual([
      "Int. 2 turns 3 words 3 s 14 % longest 2",
      "A 2 turns 5 words 16 s 73 % longest 10",
      "b 1 turns 1 words 2 s 9 % longest 2",
      "C 0 turns 0 words 0 s 0 %",
      "? 1 turns 1 words 1 s 5 % longest 1",
    ])
    expect(whole.shares.map(({ ofWords }) => ofWords)).toEqual([0.3, 0.5, 0.1, 0, 0.1])
    expect(whole.silent).toEqual(["C"])
    expect(questions).toEqual([])
  })

  const person = (letter: string, part = "participant", presence = "present") =>
    ({ id: letter, letter, order: 0, part, presence }) as never
  const notes: FieldNotes = {
    ...none,
    people: [
      person("B"),
      person("M", "animator"),
      person("C", "participant", "absent"),
      person("D"),
      person("O", "observer"),
    ],
    guide: [question("q1", 1, "Arrivée"), question("q2", 2, "Suite")],
    // The clock runs 100 s before the recording.
    alignment: heardAt(100_000, 0),
    ticks: [
      { id: "t3", question: "q2", at: 110_500, by: "ana" },
      { id: "t2", question: "q1", at: 104_000, by: "ben" },
      { id: "t1", question: "q1", at: 101_500, by: "ana" },
      { id: "t4", question: "gone", at: 105_000, by: "ana" },
    ],
  }

  it("is told in the order of the table by its letters; who is absent or observes is not missed", () => {
    const { whole } = speaking(group, notes)
    expect(whole.shares.map(({ who, part }) => `${who} ${part}`)).toEqual([
      "B participant",
      "M animator",
      "D participant",
      "Int. animator",
      "A participant",
      " participant",
    ])
    expect(whole.silent).toEqual(["D"])
  })

  it("is told by question, from the turn in which it was put, however late in it somebody first ticked it", () => {
    const { questions } = speaking(group, notes)
    expect(questions.map(({ question }) => question?.text ?? null)).toEqual(["Arrivée", "Suite"])
    const [arrival, rest] = questions
    expect(shown(arrival!)).toEqual([
      "B 1 turns 1 words 2 s 20 % longest 2",
      "M 0 turns 0 words 0 s 0 %",
      "D 0 turns 0 words 0 s 0 %",
      "Int. 1 turns 2 words 2 s 20 % longest 2",
      "A 1 turns 3 words 6 s 60 % longest 6",
    ])
    expect(shown(rest!)[3]).toBe("Int. 1 turns 1 words 1 s 8 % longest 1")
    expect(rest!.silent).toEqual(["B", "D"])
    expect(speaking(group, { ...notes, alignment: null }).questions).toEqual([])
  })

  it("loses no turn: each is counted once in the whole, and at one question", () => {
    const { whole, questions } = speaking(group, notes)
    const turns = (all: Shares) => all.shares.reduce((sum, one) => sum + one.turns, 0)
    expect(turns(whole)).toBe(6)
    expect(questions.reduce((sum, one) => sum + turns(one), 0)).toBe(6)
  })
})

describe("[F12] when a question begins", () => {
  const guide = [
    question("came", 1, "Comment êtes-vous arrivés ici ?"),
    question("next", 2, "Qu’est-ce qui a changé depuis ?"),
    question("last", 3, "Que voudriez-vous ajouter ?"),
  ]
  /** Asked at 10, 100 and 200, with a word of who asks in between. */
  const lines = [
    "i 0 8 Bonjour à tous",
    "i 10 14 Alors comment êtes-vous arrivés ici",
    "a 14 60 par ma sœur",
    "i 60 62 oui",
    "b 62 100 par le train",
    "i 100 106 et qu’est-ce qui a changé depuis",
    "a 106 150 rien",
    "b 150 200 tout",
    "i 200 204 que voudriez-vous ajouter",
    "a 204 240 merci",
  ]
  const notes = (ticks: Record<string, number>, ticking: Ticking): FieldNotes => ({
    ...none,
    guide,
    event: { ...none.event, ticking },
    alignment: heardAt(0, 0),
    ticks: Object.entries(ticks).map(([question, at]) => ({
      id: question,
      question,
      at: at * 1_000,
      by: "ana",
    })),
  })
  /** "came 10–100": what is said at it. */
  const told = (
    spoken: readonly string[],
    ticks: Record<string, number>,
    ticking: Ticking,
    known = guide,
  ) => {
    const all = { speakers, turns: saidTurns(placeTurns(spoken.map(turn)), {}, known) }
    return speaking(all, notes(ticks, ticking)).questions.map(({ question, shares }) => {
      const seconds = shares.reduce((sum, { ms }) => sum + ms, 0) / 1_000
      return `${question?.id ?? "–"} ${seconds}`
    })
  }
  const right = ["– 8", "came 90", "next 100", "last 40"]

  it("is with the turn that asks it, whether it is ticked while it is put, before, after, or once it is done", () => {
    expect(told(lines, { came: 12, next: 103, last: 202 }, "put")).toEqual(right)
    expect(told(lines, { came: 5, next: 92, last: 190 }, "put")).toEqual(right)
    expect(told(lines, { came: 25, next: 130, last: 215 }, "put")).toEqual(right)
    expect(told(lines, { came: 98, next: 201, last: 239 }, "done")).toEqual(right)
    // Once it is done, by somebody of whom nobody said so: the words tell.
    expect(told(lines, { came: 98, next: 199, last: 239 }, "put")).toEqual(right)
  })

  it("is with the nearest turn of who asks where nobody said its words", () => {
    const others = lines.map((line) => line.replace(/qu’est-ce.*|Alors.*|que voudriez.*/u, "hm"))
    expect(told(others, { came: 12, next: 103, last: 202 }, "put", [])).toEqual(right)
    expect(told(others, { came: 12, next: 98, last: 203 }, "put", [])).toEqual(right)
    // What was before the first that is done belongs to it.
    expect(told(others, { came: 98, next: 201, last: 239 }, "done", [])).toEqual([
      "came 98",
      "next 100",
      "last 40",
    ])
  })

  it("is its tick where nobody is known to ask; what is said after the last that is done is of none", () => {
    const nobody = lines.map((line) => line.replace(/^i/, "a"))
    expect(told(nobody, { came: 12, next: 103, last: 202 }, "put", [])).toEqual([
      "– 12",
      "came 92",
      "next 98",
      "last 36",
    ])
    expect(told(lines, { came: 98, next: 201 }, "done")).toEqual(["– 48", "came 90", "next 100"])
  })

  it("is in the order of the ticks, and later than the one before", () => {
    const both = told(lines, { came: 103, next: 104, last: 202 }, "put")
    expect(both.map((one) => one.split(" ")[0])).toEqual(["–", "came", "next", "last"])
  })
})

describe("[F12] who spoke, by the observers' marks", () => {
  const mark = (at: number, by: string, who: Mark["who"]): Mark => ({
    id: `m${at}${by}`,
    at: at * 1_000,
    by,
    kind: "speaks",
    who,
    sign: "",
    text: "",
  })
  const clock = [
    { id: "c1", at: 0, by: "ana", is: "began" },
    { id: "c2", at: 40_000, by: "ana", is: "ended" },
    { id: "c3", at: 60_000, by: "ana", is: "began" },
  ] as const
  const notes: FieldNotes = {
    ...none,
    clock,
    guide: [question("q", 1, "Suite")],
    ticks: [{ id: "t", question: "q", at: 20_000, by: "ana" }],
    marks: [
      mark(0, "ana", ["A"]),
      mark(1, "omar", ["A"]),
      // Later than what is shown as one: the same floor still.
      mark(6, "omar", ["A"]),
      mark(10, "ana", ["B", "A"]),
      mark(14, "ana", "all"),
      mark(20, "ana", ["B"]),
      mark(60, "ana", ["A"]),
    ],
  }

  it("goes from each to the next, over no break; of the last nobody knows how long", () => {
    const { from, whole, questions } = speaking({ speakers: [], turns: [] }, notes)
    expect(from).toBe("marks")
    expect(shown(whole)).toEqual([
      "A 3 turns no words ≈14 s 37 % longest 10",
      "B 2 turns no words ≈24 s 63 % longest 20",
    ])
    expect(whole.shares.map(({ untimed }) => untimed)).toEqual([1, 0])
    // No recording is needed: questions are ticked on the same clock.
    expect(questions.map(({ question }) => question?.text ?? null)).toEqual([null, "Suite"])
    expect(shown(questions[1]!)).toEqual(["B 1 turns no words ≈20 s 100 % longest 20"])
  })

  it("counts the words of a transcript without times, and makes way for one with times", () => {
    const untimed = speaking(said(["a – – un deux trois", "b – – quatre"]), notes)
    expect(untimed.from).toBe("marks")
    expect(
      untimed.whole.shares.map(({ who, turns, words, ofWords }) => [who, turns, words, ofWords]),
    ).toEqual([
      ["Int.", 0, 0, 0],
      ["A", 3, 3, 0.75],
      ["b", 2, 1, 0.25],
      ["C", 0, 0, 0],
    ])
    expect(speaking(said(["a 1 2 un"]), notes).from).toBe("transcript")
    expect(speaking(said(["a – – un"]), none).from).toBe("transcript")
  })
})
