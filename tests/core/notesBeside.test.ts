import { describe, expect, it } from "vitest"
import { heardAt, type Mark } from "../../core/fieldNotes"
import { notesBeside, type RemarkWords, remarkOf } from "../../core/notesBeside"
import { placeTurns } from "../../core/text"

/** Ten characters a turn; "?" where nobody said when it begins. */
const turns = (...starts: (number | "?")[]) =>
  placeTurns(
    starts.map((start) => ({
      speaker: null,
      startMs: start === "?" ? null : start * 1_000,
      endMs: null,
      text: "dix lettre",
    })),
  )

function mark(id: string, seconds: number, fields: Partial<Mark> = {}): Mark {
  return { id, at: seconds * 1_000, by: "ana", kind: "sign", who: [], sign: "rires", text: "", ...fields }
}
/** The event's clock is the recording's. */
const laid = { clock: [], alignment: heardAt(0, 0) }

function shown(starts: (number | "?")[], ...marks: Mark[]) {
  const { before, turns: beside, nowhere } = notesBeside(turns(...starts), { ...laid, marks })
  const ids = (notes: typeof before) =>
    notes.map(({ marks }) => marks.map(({ id }) => id).join("+")).join(" ")
  return [
    ...(before.length > 0 ? [`before: ${ids(before)}`] : []),
    ...beside.map(({ turn, estimated, notes }) => `${turn}${estimated ? "≈" : ""}: ${ids(notes)}`),
    ...(nowhere.length > 0 ? [`nowhere: ${nowhere.map(([{ id }]) => id).join(" ")}`] : []),
  ]
}

describe("[F10] notes beside a transcript", () => {
  it("stand at the turn that is being said, from its first moment to that of the next", () => {
    const marks = [mark("a", 9.999), mark("b", 10), mark("c", 19.9), mark("d", 20), mark("e", 900)]
    expect(shown([10, 20], ...marks)).toEqual(["before: a", "0: b c", "1: d e"])
  })

  it("are shown once where several people saw the same, at the earliest", () => {
    const marks = [
      mark("a", 19.5),
      mark("b", 21, { by: "ben" }),
      mark("c", 21, { by: "ben", sign: "pleurs" }),
    ]
    expect(shown([10, 20], ...marks)).toEqual(["0: a+b", "1: c"])
  })

  it("say so where the turn is estimated: its own beginning, or where the next begins", () => {
    // 0 at 0, 3 at 44 s: of 44 characters eleven a turn.
    expect(shown([0, "?", "?", "?", 44], mark("a", 5), mark("b", 12), mark("c", 43), mark("d", 44))).toEqual([
      "0≈: a",
      "1≈: b",
      "3≈: c",
      "4: d",
    ])
    // Nothing says where those behind the last known time begin.
    expect(shown([0, 10, "?"], mark("a", 5), mark("b", 500))).toEqual(["0: a", "1≈: b"])
  })

  it("keep to what began last, where turns are out of order or begin at once", () => {
    expect(shown([0, 30, 20, 30], mark("a", 25), mark("b", 31))).toEqual(["2: a", "3: b"])
  })

  it("stand at none where nothing lays them on the recording, and where no turn has a time", () => {
    expect(shown(["?", "?"], mark("a", 5))).toEqual(["nowhere: a"])
    expect(shown([], mark("a", 5))).toEqual(["nowhere: a"])
    const unlaid = notesBeside(turns(0), { clock: [], alignment: null, marks: [mark("a", 5)] })
    expect([unlaid.before, unlaid.turns, unlaid.nowhere.length]).toEqual([[], [], 1])
  })
})

describe("[F11] a mark as a remark", () => {
  const words: RemarkWords = {
    all: "tous",
    list: (letters) => letters.join(" et "),
    of: (who, what) => `${who} : ${what}`,
  }
  const remark = (fields: Partial<Mark>) => remarkOf(mark("a", 1, fields), words)

  it("says the sign, and of whom", () => {
    expect(remark({})).toBe("(rires)")
    expect(remark({ who: ["B", "C"] })).toBe("(B et C : rires)")
    expect(remark({ who: "all" })).toBe("(tous : rires)")
    expect(remark({ who: ["B"], text: "jaune" })).toBe("(B : rires, jaune)")
    expect(remark({ kind: "note", sign: "", who: ["A"], text: "regarde la porte" })).toBe(
      "(A : regarde la porte)",
    )
  })

  it("is one remark whatever was typed, and none where it would be no remark any more", () => {
    expect(remark({ sign: " rit (jaune)\n(fort) " })).toBe("(rit jaune fort)")
    expect(remark({ sign: "()" })).toBeNull()
    expect(remark({ kind: "note", sign: "", text: "x".repeat(120) })).toBe(`(${"x".repeat(120)})`)
    expect(remark({ kind: "note", sign: "", text: "x".repeat(121) })).toBeNull()
    for (const kind of ["speaks", "word", "clap"] as const)
      expect(remark({ kind, sign: "", text: "oui" })).toBeNull()
  })
})
