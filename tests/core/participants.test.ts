import { describe, expect, it } from "vitest"
import type { AtTable } from "../../core/fieldNotes"
import { arriving, toTell } from "../../core/participants/atTable"
import { cellsIn, hasHeadings, planned } from "../../core/participants/blocks"
import { type Column, columnOf, columnsOf, kept, said, write } from "../../core/participants/cells"
import { changed, type Edit } from "../../core/participants/edits"
import {
  atEvent,
  describeNumbers,
  fateOf,
  figuresOf,
  flowOf,
  quantile,
} from "../../core/participants/figures"
import {
  attendances,
  type Participant,
  recruitments,
  type Sample,
  type Seat,
  somebody,
  type Value,
  type Variable,
  withdrawals,
} from "../../core/participants/model"
import { readDay, readNumber } from "../../core/participants/readers"
import { carriedOver, guessed, tidied } from "../../core/participants/variables"
import { meant, tableWords } from "../../core/participants/words"

const variable = (fields: Partial<Variable> & Pick<Variable, "id" | "kind">): Variable => ({
  name: fields.id,
  unit: "",
  choices: [],
  order: 1,
  ...fields,
})
const age = variable({ id: "age", name: "Âge", kind: "whole", unit: "ans" })
const sex = variable({ id: "sex", name: "Sexe", kind: "choice", choices: ["femme", "homme"], order: 2 })
const alone = variable({ id: "alone", name: "Vit seul", kind: "yesNo", order: 3 })
const events = [
  { id: "s1", title: "Entretien E1" },
  { id: "s2", title: "Groupe FG1" },
]
const seat = (source: string, fields: Partial<Seat> = {}): Seat => ({
  source,
  letter: "A",
  attendance: "came",
  third: "",
  ...fields,
})
const person = (id: string, fields: Partial<Participant> = {}): Participant => ({
  ...somebody(id, id.toUpperCase(), 1),
  ...fields,
})
const study = (...participants: Participant[]): Sample => ({
  participants,
  variables: [age, sex, alone],
  events,
})
const today = "2026-05-03"
const edit = (participant: string, column: Column, text: string, was?: string): Edit => ({
  participant,
  column,
  text,
  ...(was === undefined ? {} : { was }),
})
function changing(sample: Sample, edits: Edit[], added: string[] = []) {
  const outcome = changed(sample, { edits, added }, today)
  if ("problems" in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome
}
function problems(sample: Sample, edits: Edit[]) {
  const outcome = changed(sample, { edits }, today)
  return "problems" in outcome ? outcome.problems : []
}

describe("[Q3] a cell", () => {
  const wrongOf = (column: Column, text: string, of = person("p1", { seats: [seat("s1")] })) => {
    const written = write(of, column, text, study(of))
    return "wrong" in written ? written.wrong.why : null
  }
  it("is read however people write it", () => {
    const all: [Column, string, string][] = [
      ["recruitment", "Recrutée", "recruited"],
      ["recruitment", "recruté", "recruited"],
      ["recruitment", "refused", "refused"],
      ["attendance", "venue", "came"],
      ["attendance", "en r", "late"],
      ["consent", "Écrit", "written"],
      ["consentOn", "3/5/2026", "2026-05-03"],
      ["withdrawal", "tout effacer", "erasure"],
      ["events", "groupe fg1", "s2"],
      ["events", "Entretien E1 | Groupe FG1", "s1 | s2"],
      [columnOf(age), "45 ans", "45"],
      [columnOf(age), "NA", ""],
      [columnOf(sex), "F", "femme"],
      [columnOf(alone), "Oui", "yes"],
      [columnOf(alone), "0", "no"],
    ]
    for (const [column, text, now] of all) {
      const written = write(person("p1", { seats: [seat("s1")] }), column, text, study())
      expect([column, text, "is" in written && kept(written.is, column)]).toEqual([column, text, now])
    }
  })

  it("says what is wrong with what it cannot hold", () => {
    expect([
      wrongOf("letter", "Jeanne"),
      wrongOf("recruitment", "peut-être"),
      wrongOf("consentOn", "31/02/2026"),
      wrongOf("events", "Entretien E9"),
      wrongOf("events", "Entretien E1 | Entretien E1"),
      wrongOf("attendance", "venu | venu"),
      wrongOf("attendance", "venu", person("p1")),
      wrongOf(columnOf(age), "vieux"),
      wrongOf(columnOf(age), "4,5"),
      wrongOf(columnOf(sex), "autre"),
      wrongOf("why", "x".repeat(301)),
      wrongOf("var:gone", "1"),
    ]).toEqual([
      "not-a-letter",
      "not-a-word",
      "not-a-date",
      "unknown-event",
      "event-twice",
      "as-many",
      "no-event",
      "not-a-number",
      "not-whole",
      "not-a-choice",
      "too-long",
      "unknown-column",
    ])
  })

  it("is the same again when what it keeps, or says in either language, is read", () => {
    const full = person("p1", {
      recruitment: "recruited",
      why: "=1+1",
      seats: [seat("s1", { letter: "E1", attendance: "late" }), seat("s2", { third: "interprète" })],
      consent: "written",
      consentOn: "2026-05-03",
      sheet: "v2",
      withdrawal: "no-further-use",
      withdrawnOn: "2026-06-01",
      values: { age: 45, sex: "homme", alone: false },
    })
    const sample = study(full)
    const again = (text: (column: Column) => string) =>
      columnsOf(sample).reduce<Participant>(
        (of, column) => {
          const written = write(of, column, text(column), sample)
          if ("wrong" in written) throw new Error(`${column}: ${JSON.stringify(written.wrong)}`)
          return written.is
        },
        somebody("p1", "P1", 1),
      )
    expect(again((column) => kept(full, column))).toEqual(full)
    for (const language of ["fr", "en"] as const)
      expect(again((column) => said(full, column, sample, language))).toEqual(full)
  })

  it("has no word that stands for two things", () => {
    for (const words of Object.values(tableWords))
      for (const list of ["recruitment", "attendance", "consent", "withdrawal", "yesNo"] as const)
        for (const [value, word] of Object.entries(words[list])) expect(meant(list, word)).toBe(value)
  })

  it("reads numbers and days, and nothing that only looks like them", () => {
    expect(["12,5", ".5", "−3", "1 234", "1 234,5"].map((text) => readNumber(text))).toEqual([
      12.5, 0.5, -3, 1234, 1234.5,
    ])
    expect(["", "1,2,3", "1e5", "0x1", "12 34", "ans"].map((text) => readNumber(text))).toEqual(
      Array(6).fill(null),
    )
    expect(["2026-2-3", "3.2.2026", "2026-02-30", "1/1/26"].map(readDay)).toEqual([
      "2026-02-03",
      "2026-02-03",
      null,
      null,
    ])
  })
})

describe("[Q4] a change of the table", () => {
  const a = person("p1", { letter: "P1", seats: [seat("s2", { letter: "A" })] })
  const b = person("p2", { letter: "P2", order: 2, seats: [seat("s2", { letter: "B" })] })

  it("is whole or not at all, and every cell that is wrong is said", () => {
    const edits = [edit("p1", "sheet", "v2"), edit("p2", columnOf(age), "x"), edit("gone", "sheet", "v2")]
    expect(problems(study(a, b), edits).map(({ participant, why }) => [participant, why])).toEqual([
      ["gone", "gone"],
      ["p2", "not-a-number"],
    ])
  })

  it("calls nobody as another, in the study or in an event; two may change places", () => {
    expect(problems(study(a, b), [edit("p2", "letter", "p1")])).toMatchObject([{ why: "letter-taken" }])
    expect(problems(study(a, b), [edit("p2", "lettersThere", "A")])).toMatchObject([
      { why: "letter-taken-there", participant: "p2" },
    ])
    const swapped = changing(study(a, b), [edit("p1", "letter", "P2"), edit("p2", "letter", "P1")])
    expect(swapped.sample.participants.map(({ letter }) => letter)).toEqual(["P2", "P1"])
  })

  it("gives who is new a letter that is free, and who withdraws the day on which it is said", () => {
    const made = changing(study(a, b), [edit("p3", "withdrawal", "tout effacer")], ["p3", "p4"]).sample
    expect(made.participants.slice(2)).toMatchObject([
      { letter: "P3", order: 3, withdrawal: "erasure", withdrawnOn: today },
      { letter: "P4", order: 4, withdrawal: "none", withdrawnOn: null },
    ])
  })

  it("is taken back by the edits it answers, whatever was changed at once", () => {
    const sample = study(
      { ...a, values: { age: 40 }, seats: [seat("s2", { letter: "C", third: "fils" })] },
      b,
    )
    const edits = [
      edit("p1", "events", "Entretien E1"),
      edit("p1", "lettersThere", "C"),
      edit("p1", columnOf(age), ""),
      edit("p1", "letter", "X1"),
      edit("p2", "withdrawal", "erasure"),
    ]
    const done = changing(sample, edits)
    expect(done.sample).not.toEqual(sample)
    expect(changing(done.sample, [...done.before]).sample).toEqual(sample)
  })

  it("does not take back what somebody changed since", () => {
    const done = changing(study(a), [edit("p1", "sheet", "v2")])
    const since = changing(done.sample, [edit("p1", "sheet", "v3")]).sample
    expect(problems(since, [...done.before])).toMatchObject([{ why: "changed-meanwhile", column: "sheet" }])
  })
})

describe("[Q5] a block from a spreadsheet", () => {
  const sample = study(person("p1", { letter: "P1" }), person("p2", { letter: "P2" }))
  let made = 0
  const making = { newId: () => `new${made++}`, withVariables: false }

  it("is cells, whatever separates them, quotes and line breaks inside included", () => {
    expect(cellsIn('a\tb\r\n1\t"x ""y""\nz"\n\n')).toEqual([
      ["a", "b"],
      ["1", 'x "y"\nz'],
    ])
    expect(cellsIn("\uFEFFLettre;Âge\nP1;12,5")).toEqual([
      ["Lettre", "Âge"],
      ["P1", "12,5"],
    ])
    expect(cellsIn('"Lettre, ici","Âge"\n"P1","45"')).toEqual([
      ["Lettre, ici", "Âge"],
      ["P1", "45"],
    ])
  })

  it("fills the table from a place on, and makes people below its last row", () => {
    const place = columnsOf(sample).indexOf(columnOf(age))
    const plan = planned(cellsIn("45\tF\n50\tH"), sample, { row: 1, column: place }, making)
    expect(plan.columns).toEqual([columnOf(age), columnOf(sex)])
    expect(plan.rows.map(({ isNew }) => isNew)).toEqual([false, true])
    const outcome = changed(sample, plan.change, today)
    expect("sample" in outcome && outcome.sample.participants.map(({ values }) => values)).toEqual([
      {},
      { age: 45, sex: "femme" },
      { age: 50, sex: "homme" },
    ])
  })

  it("with headings goes by them, in either language, and by the letters; what has no column can become one", () => {
    const text = "Age (ans);Letter;Profession;Durée\n45;P2;médecin;1,5\n50;E9;médecin;2\n;;infirmière;\n"
    const cells = cellsIn(text)
    expect(hasHeadings(cells, sample)).toBe(true)
    const plain = planned(cells, sample, { row: 0, column: 0 }, making)
    expect(plain.unknown).toEqual(["Profession", "Durée"])
    expect(plain.columns).toEqual([columnOf(age), "letter", null, null])
    expect(plain.rows.map(({ participant, isNew }) => (isNew ? "new" : participant))).toEqual([
      "p2",
      "new",
      "new",
    ])
    const whole = planned(cells, sample, { row: 0, column: 0 }, { ...making, withVariables: true })
    expect(whole.change.variables.map(({ name, kind }) => [name, kind])).toEqual([
      ["Profession", "choice"],
      ["Durée", "decimal"],
    ])
    const outcome = changed(sample, whole.change, today)
    if ("problems" in outcome) throw new Error(JSON.stringify(outcome.problems))
    expect(outcome.sample.participants.map(({ letter }) => letter)).toEqual(["P1", "P2", "E9", "P3"])
    expect(outcome.sample.participants[1]!.values).toMatchObject({ age: 45 })
  })

  it("guesses what a column is", () => {
    const kinds = [["1", "2", ""], ["1,5", "2"], ["oui", "non"], ["f", "h", "f", "H"], ["a", "b", "c"], []]
    expect(kinds.map((texts) => guessed(texts).kind)).toEqual([
      "whole",
      "decimal",
      "yesNo",
      "choice",
      "text",
      "text",
    ])
    expect(guessed(["f", "h", "f", "H"]).choices).toEqual(["f", "h"])
  })
})

describe("[Q6] a variable that changes", () => {
  const people = [1.5, 2, 3].map((value, at) => person(`p${at}`, { values: { x: value } }))
  const x = variable({ id: "x", kind: "decimal" })
  const lost = (before: Variable, now: Variable, all: Participant[]) => carriedOver(before, now, all).lost

  it("keeps what can be said, and counts what cannot", () => {
    expect(lost(x, { ...x, kind: "whole" }, people)).toBe(1)
    expect(lost(x, { ...x, kind: "text" }, people)).toBe(0)
    expect(lost(x, { ...x, kind: "yesNo" }, people)).toBe(3)
    const { values } = carriedOver(x, { ...x, kind: "text" }, people)
    expect([...values.values()]).toEqual(["1.5", "2", "3"])
  })

  it("carries values along with an option that is named anew, and loses those of one that goes", () => {
    const chosen = ["femme", "homme", "homme"].map((value, at) =>
      person(`p${at}`, { values: { sex: value } }),
    )
    const named = carriedOver(sex, { ...sex, choices: ["femme", "masculin"] }, chosen)
    expect([[...named.values.values()], named.lost]).toEqual([["femme", "masculin", "masculin"], 0])
    expect(lost(sex, { ...sex, choices: ["femme"] }, chosen)).toBe(2)
    // What begins alike is not the same.
    expect(lost(sex, { ...sex, choices: ["femme", "homme trans", "autre"] }, chosen)).toBe(2)
  })

  it("is tidied as it is kept", () => {
    const messy = { name: "  Sexe \n", kind: "choice", unit: "ans", choices: [" f", "F ", "", "h"] } as const
    expect(tidied(messy)).toEqual({ name: "Sexe", kind: "choice", unit: "", choices: ["f", "h"] })
    expect(tidied({ ...messy, kind: "whole" })).toMatchObject({ unit: "ans", choices: [] })
  })
})

describe("[Q7] the figures of the sample", () => {
  it("are those computed by hand", () => {
    expect(describeNumbers([9, 4, 2, 4, 5, 4, 7, 5], 10)).toEqual({
      n: 8,
      missing: 2,
      mean: 5,
      // √(32/7)
      deviation: expect.closeTo(2.138089935, 9),
      median: 4.5,
      lower: 4,
      upper: 5.5,
      least: 2,
      most: 9,
    })
    expect(describeNumbers([3])).toMatchObject({ deviation: null, median: 3, lower: 3, upper: 3 })
    expect(describeNumbers([], 4)).toBeNull()
  })

  it("take quartiles as Hyndman and Fan's type 7 does", () => {
    const four = [1, 2, 3, 4]
    expect([0.25, 0.5, 0.75].map((at) => quantile(four, at))).toEqual([1.75, 2.5, 3.25])
    const seven = [10, 20, 25, 30, 70, 80, 100]
    expect([0.25, 0.5, 0.75].map((at) => quantile(seven, at))).toEqual([22.5, 30, 75])
  })

  const fated = (fields: Partial<Participant>) => fateOf(person("p", fields))
  it("give each of those who were asked one place", () => {
    expect([
      fated({}),
      fated({ recruitment: "refused" }),
      fated({ recruitment: "recruited" }),
      fated({ seats: [seat("s1", { attendance: "expected" })] }),
      fated({ seats: [seat("s1", { attendance: "absent" })] }),
      fated({ seats: [seat("s1", { attendance: "declined" })] }),
      fated({ recruitment: "refused", seats: [seat("s1")] }),
      fated({ seats: [seat("s1", { attendance: "absent" }), seat("s2", { attendance: "late" })] }),
      fated({ seats: [seat("s1")], withdrawal: "erasure" }),
      fated({ recruitment: "recruited", withdrawal: "no-further-use" }),
    ]).toEqual([
      "waiting",
      "refused",
      "expected",
      "expected",
      "absent",
      "declined",
      "sample",
      "sample",
      "withdrew",
      "leftBefore",
    ])
  })

  it("add up, whatever the table says", () => {
    const everybody = recruitments.flatMap((recruitment) =>
      withdrawals.flatMap((withdrawal) =>
        [[], ...attendances.map((attendance) => [seat("s1", { attendance })])].map((seats, at) =>
          person(`p${at}`, { recruitment, withdrawal, seats }),
        ),
      ),
    )
    const flow = flowOf(everybody)
    expect(flow.approached).toBe(54)
    expect(flow.waiting + flow.refused + flow.recruited).toBe(flow.approached)
    expect(flow.tookPart + flow.expected + flow.absent + flow.declined + flow.leftBefore).toBe(flow.recruited)
    expect(flow.sample + flow.withdrew).toBe(flow.tookPart)
    for (const count of Object.values({ ...flow, withThird: 1 })) expect(count).toBeGreaterThan(0)
  })

  it("are of who took part and did not withdraw, in all and in one event", () => {
    const of = (
      id: string,
      source: string,
      values: Record<string, Value>,
      fields: Partial<Participant> = {},
    ) => person(id, { seats: [seat(source)], values, ...fields })
    const sample = study(
      of("p1", "s1", { age: 40, sex: "femme", alone: true }),
      of("p2", "s2", { age: 50, sex: "femme" }),
      of("p3", "s2", { sex: "homme" }),
      of("p4", "s2", { age: 99, sex: "homme" }, { withdrawal: "erasure" }),
      person("p5", { values: { age: 99, sex: "homme" } }),
    )
    expect(figuresOf(age, sample.participants)).toMatchObject({ n: 2, missing: 1, numbers: { mean: 45 } })
    expect(figuresOf(sex, sample.participants)).toMatchObject({
      n: 3,
      missing: 0,
      options: [
        { option: "femme", count: 2 },
        { option: "homme", count: 1 },
      ],
    })
    expect(figuresOf(alone, sample.participants)).toMatchObject({
      n: 1,
      missing: 2,
      options: [{ count: 1 }, { count: 0 }],
    })
    const group = atEvent(sample, "s2")
    expect(flowOf(group)).toMatchObject({ approached: 3, tookPart: 3, withdrew: 1, sample: 2 })
    expect(figuresOf(age, group)).toMatchObject({ n: 1, missing: 1, numbers: { mean: 50, deviation: null } })
  })
})

describe("[Q11] an event that is noted live", () => {
  const at = (
    letter: string,
    presence: AtTable["presence"],
    part: AtTable["part"] = "participant",
  ): AtTable => ({
    id: letter,
    letter,
    order: 1,
    part,
    presence,
  })
  const group = study(
    person("p1", { seats: [seat("s2", { letter: "B", attendance: "expected" })] }),
    person("p2", { seats: [seat("s1", { letter: "X" }), seat("s2", { letter: "A", attendance: "late" })] }),
    person("p3", { seats: [seat("s2", { letter: "C", attendance: "declined" })] }),
    person("p4", { seats: [seat("s2", { letter: "D" })], withdrawal: "erasure" }),
    person("p5", { seats: [seat("s1", { letter: "E" })] }),
  )
  it("takes over those who are to come, by their letters, and nobody twice", () => {
    const coming = arriving(group, "s2", [at("M", "present")])
    expect(coming.map(({ letter, presence, order }) => [letter, presence, order])).toEqual([
      ["A", "late", 2],
      ["B", "present", 3],
    ])
    expect(arriving(group, "s2", coming)).toEqual([])
  })
  it("tells the table who was there otherwise than it says", () => {
    const told = toTell(group, "s2", [
      at("B", "absent"),
      at("A", "present"),
      at("X", "late"),
      at("C", "absent"),
    ])
    expect(told.map(({ letter, attendance }) => [letter, attendance])).toEqual([
      ["B", "absent"],
      ["A", "came"],
    ])
    const now = changing(
      group,
      told.map((each) => each.edit),
    ).sample.participants
    expect(now.slice(0, 2).map(({ seats }) => seats.map(({ attendance }) => attendance))).toEqual([
      ["absent"],
      ["came", "came"],
    ])
    expect(toTell({ ...group, participants: now }, "s2", [at("B", "absent"), at("A", "present")])).toEqual([])
    expect(toTell(group, "s2", [at("B", "absent", "observer")])).toEqual([])
  })
})
