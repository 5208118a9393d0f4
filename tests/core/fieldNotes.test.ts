import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import {
  beganAt,
  type ClockEvent,
  heardAt,
  isRunning,
  type Mark,
  mergeAlike,
  movedBy,
  notHeardYet,
  toRecording,
} from "../../core/fieldNotes"
import { setEventFact } from "../../core/ydoc/eventFacts"
import { align, eraseInNotes, putEntry, readFieldNotes } from "../../core/ydoc/fieldNotes"

/** "1000 ana laughs A B", "1000 ana laughs all", "1000 ana speaks A", "1000 ana note". */
function mark(line: string): Mark {
  const [at, by, what, ...who] = line.split(" ")
  const kind = what === "speaks" || what === "note" || what === "clap" ? what : "sign"
  return {
    id: line.replaceAll(" ", "-"),
    at: Number(at),
    by: by!,
    kind,
    who: who[0] === "all" ? "all" : who,
    sign: kind === "sign" ? what! : "",
    text: "",
  }
}
const shown = (...lines: string[]) =>
  mergeAlike(lines.map(mark)).map((all) => all.map(({ id }) => id.replaceAll("-", " ")).join(" + "))

const event = (is: "began" | "ended", at: number): ClockEvent => ({ id: `${is}${at}`, at, by: "ana", is })
const step = (at: number, soundMs: number, runs = true, sound = "s"): ClockEvent => ({
  id: `r${at}${sound}`,
  at,
  by: "ana",
  is: "recorder",
  sound,
  soundMs,
  runs,
})

describe("marks of several observers", () => {
  it("[F4] shows as one what two saw within some seconds, at the earlier, whoever was tapped first", () => {
    expect(shown("1000 ana laughs A B", "3500 ben laughs B A", "9000 ben laughs A B")).toEqual([
      "1000 ana laughs A B + 3500 ben laughs B A",
      "9000 ben laughs A B",
    ])
  })

  it("[F4] keeps apart another sign, other people, another kind, and what one person marks twice", () => {
    const lines = [
      "1000 ana laughs A",
      "1100 ben laughs all",
      "1200 ben nods A",
      "1300 ben speaks A",
      "1400 ben note",
      "1500 cleo note",
      "1600 ana laughs A",
    ]
    expect(shown(...lines)).toEqual(lines)
  })

  it("[F4] drops none, in whatever order they come", () => {
    const lines = ["1000 ana laughs A", "1500 ben laughs A", "2000 cleo laughs A", "2500 ana laughs A"]
    const all = mergeAlike([...lines].reverse().map(mark))
    expect(all.flat()).toHaveLength(4)
    expect(all.map((group) => group.length)).toEqual([3, 1])
  })
})

describe("the event", () => {
  it("[F1] begins when somebody said so first, and goes on or not as was said last", () => {
    const clock = [event("began", 5_000), event("began", 4_000), event("ended", 9_000)]
    expect(beganAt({ clock })).toBe(4_000)
    expect(isRunning({ clock })).toBe(false)
    expect(isRunning({ clock: [...clock, event("began", 9_500)] })).toBe(true)
    expect(beganAt({ clock: [step(1, 0)] })).toBeNull()
  })

  it("knows whose voice was not heard yet: not of who is absent or animates", () => {
    const person = (letter: string, presence = "present", part = "participant") =>
      ({ id: letter, letter, order: 0, part, presence }) as never
    const people = [
      person("A"),
      person("B", "late"),
      person("C", "absent"),
      person("I", "present", "animator"),
    ]
    expect(notHeardYet({ people, marks: [mark("1 ana laughs B"), mark("2 ana speaks A")] })).toEqual(["B"])
  })
})

describe("notes beside a recording", () => {
  const none = { clock: [], marks: [], alignment: null }

  it("[F5] says nothing where nothing lays one clock on the other, nor before its beginning", () => {
    expect(toRecording(none)(5_000)).toBeNull()
    expect(toRecording({ ...none, alignment: heardAt(5_000, 1_000) })(3_000)).toBeNull()
  })

  it("[F5] follows the recorder that was begun here, over its pauses", () => {
    const clock = [
      step(10_000, 0),
      step(20_000, 10_000, false),
      step(50_000, 10_000),
      step(11_000, 0, true, "t"),
    ]
    const at = toRecording({ ...none, clock, alignment: { by: "recorder", sound: "s" } })
    expect([9_999, 10_000, 15_000, 30_000, 50_000, 51_500].map(at)).toEqual([
      null,
      0,
      5_000,
      10_000,
      10_000,
      11_500,
    ])
  })

  it("[F5] is laid by a clap that both have, or by hand, on the right moment", () => {
    const marks = [mark("10000 ana clap"), mark("12300 ana laughs A")]
    const clap = { by: "clap", clap: marks[0]!.id, soundMs: 4_000 } as const
    expect(toRecording({ ...none, marks, alignment: clap })(12_300)).toBe(6_300)
    expect(toRecording({ ...none, marks: [], alignment: clap })(12_300)).toBeNull()
    expect(toRecording({ ...none, alignment: heardAt(12_300, 6_300) })(10_000)).toBe(4_000)
  })
})

describe("[F13] notes moved on the recording by hand", () => {
  const marks = [mark("12000 ana clap"), mark("15000 ana laughs A")]
  const clock = [event("began", 10_000)]
  const heard = (notes: Parameters<typeof movedBy>[0], ms: number, at: number) =>
    toRecording({ ...notes, alignment: movedBy(notes, ms) })(at)

  it("begin with the recording where nothing lays them, and are all moved by as much", () => {
    const notes = { alignment: null, clock, marks }
    expect(heard(notes, 0, 12_000)).toBe(2_000)
    expect([12_000, 15_000].map((at) => heard(notes, 300, at))).toEqual([2_300, 5_300])
    expect(heard({ ...notes, clock: [] }, 0, 15_000)).toBe(3_000)
    expect(movedBy({ ...notes, clock: [], marks: [] }, 0)).toEqual({ by: "hand", offsetMs: 0 })
  })

  it("go on from where a clap or a hand has laid them", () => {
    const clap = { by: "clap", clap: marks[0]!.id, soundMs: 4_000 } as const
    expect(heard({ alignment: clap, clock, marks }, -100, 15_000)).toBe(6_900)
    expect(heard({ alignment: heardAt(15_000, 6_900), clock, marks }, 1_000, 12_000)).toBe(4_900)
  })

  it("keep the pauses of their recorder", () => {
    const steps = [step(10_000, 0), step(20_000, 10_000, false), step(50_000, 10_000)]
    const notes = { alignment: { by: "recorder", sound: "s" } as const, clock: steps, marks }
    const moved = movedBy({ ...notes, alignment: movedBy(notes, 200) }, 100)
    expect(moved).toEqual({ by: "recorder", sound: "s", shiftMs: 300 })
    const at = toRecording({ ...notes, alignment: moved })
    expect([15_000, 30_000, 51_000].map(at)).toEqual([5_300, 10_300, 11_300])
    const doc = new Y.Doc()
    align(doc, moved)
    expect(readFieldNotes(doc).alignment).toEqual(moved)
    doc.getMap("alignment").set("now", { by: "recorder", sound: "s", shiftMs: "far" })
    expect(readFieldNotes(doc).alignment).toEqual({ by: "recorder", sound: "s" })
  })
})

describe("live notes in their room", () => {
  const at = 1_000
  const person = { letter: "A", order: 1, part: "participant", presence: "present" }

  it("[F3] leaves out what is none, and reads the rest in its order", () => {
    const doc = new Y.Doc()
    const bad = [
      null,
      3,
      {},
      { ...person, letter: "Anna" },
      { ...person, presence: "?" },
      { ...person, order: NaN },
    ]
    for (const [place, value] of bad.entries()) doc.getMap("people").set(`bad${place}`, value)
    doc.getMap("people").set("b", { ...person, order: 2, letter: "B" })
    doc.getMap("people").set("a", person)
    doc.getMap("people").set("again", { ...person, order: 9 })
    const sign = { at, by: "ana", kind: "sign", who: ["A", "A"], sign: "rires", text: 3 }
    doc.getMap("marks").set("later", { ...sign, at: 2_000, who: "all" })
    doc.getMap("marks").set("first", sign)
    for (const wrong of [{ at: -1 }, { by: "a b" }, { kind: "?" }, { who: ["Zoé R"] }, { sign: " " }])
      doc.getMap("marks").set(`bad${JSON.stringify(wrong).length}`, { ...sign, ...wrong })
    doc.getMap("marks").set("not an id", sign)
    doc.getMap("clock").set("c", { is: "recorder", at, by: "ana", sound: "s" })
    const read = readFieldNotes(doc)
    expect(read.people.map(({ letter }) => letter)).toEqual(["A", "B"])
    expect(read.marks.map(({ id, who, text }) => [id, who, text])).toEqual([
      ["first", ["A"], ""],
      ["later", "all", ""],
    ])
    expect(read.clock).toEqual([])
  })

  it("[F3, F11] where a mark was put into the transcript is read as two characters, and nothing else of it", () => {
    const doc = new Y.Doc()
    const put = { first: { client: 1, clock: 2 }, last: { client: 1, clock: 9 } }
    const sign = { at, by: "ana", kind: "sign", who: [], sign: "rires", text: "" }
    doc.getMap("marks").set("put", { ...sign, put: { ...put, first: { ...put.first, name: "Zoé" } } })
    const wrong = [true, {}, { first: put.first }, { ...put, last: { client: -1, clock: 2 } }]
    for (const [place, value] of wrong.entries())
      doc.getMap("marks").set(`wrong${place}`, { ...sign, put: value })
    const { marks } = readFieldNotes(doc)
    expect(marks).toHaveLength(1 + wrong.length)
    expect(marks.find(({ id }) => id === "put")?.put).toEqual(put)
    for (const { id, ...mark } of marks) if (id !== "put") expect(mark).toEqual(sign)
  })

  it("[F3] two devices that were apart come to the same notes", () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    putEntry(one, "marks", mark("1000 ana laughs A"))
    putEntry(two, "marks", mark("900 ben speaks A"))
    align(two, { by: "hand", offsetMs: -5 })
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    expect(readFieldNotes(one)).toEqual(readFieldNotes(two))
    expect(readFieldNotes(one).marks.map(({ at }) => at)).toEqual([900, 1_000])
    expect(readFieldNotes(one).alignment).toEqual({ by: "hand", offsetMs: -5 })
  })

  it("[F8] a name that is erased stands nowhere in them, whoever wrote it where; the rest stays as it was", () => {
    const doc = new Y.Doc()
    putEntry(doc, "marks", { ...mark("1000 ana note"), text: "Zuleika parle de son frère" })
    const put = { first: { client: 1, clock: 2 }, last: { client: 1, clock: 9 } }
    putEntry(doc, "marks", { ...mark("2000 ana laughs A"), text: "", put })
    putEntry(doc, "guide", {
      id: "q",
      order: 1,
      text: "Et vous, Zuleika ?",
      prompts: [{ id: "p", text: "Zuleika, encore ?" }],
      from: null,
    })
    setEventFact(doc, "place", "Chez Zuleika")
    doc.getMap("marks").set("stray", { text: "Zuleika" })
    doc.getMap("elsewhere").set("x", "Zuleika")
    const paragraph = new Y.XmlElement("paragraph")
    paragraph.insert(0, [new Y.XmlText("Une tension avec Zuleika.")])
    doc.getXmlFragment("synthesis").insert(0, [paragraph])
    expect(Buffer.from(Y.encodeStateAsUpdate(doc)).includes("Zuleika")).toBe(true)
    eraseInNotes(doc, "Zuleika", "[⋯]")
    expect(Buffer.from(Y.encodeStateAsUpdate(doc)).includes("Zuleika")).toBe(false)
    const { marks, guide, event } = readFieldNotes(doc)
    expect(event.place).toBe("Chez [⋯]")
    expect(guide[0]?.prompts).toEqual([{ id: "p", text: "[⋯], encore ?" }])
    expect(marks.map(({ text }) => text)).toEqual(["[⋯] parle de son frère", ""])
    expect(marks[1]?.put).toEqual(put)
    expect(guide[0]?.text).toBe("Et vous, [⋯] ?")
    expect(doc.getXmlFragment("synthesis").toString()).toContain("Une tension avec [⋯].")
  })
})
