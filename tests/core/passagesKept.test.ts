import { beforeEach, describe, expect, it } from "vitest"
import * as Y from "yjs"
import type { TurnRange } from "../../core/passage"
import { placeTurns, textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { edit, remove, replace, type } from "../../core/ydoc/editing"
import { historyOf } from "../../core/ydoc/history"
import { moveTurns } from "../../core/ydoc/moving"
import { keepPassages } from "../../core/ydoc/passages"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"
import { addSpeaker, labelFrom, markInterviewer, renameSpeaker } from "../../core/ydoc/speakers"
import { changeSpeaker, deleteTurns, insertTurn, joinTurns, splitTurn } from "../../core/ydoc/turnEdits"

const said = [
  "Vous avez peur ?",
  "Oui, du vide.",
  "Depuis quand ?",
  "Toujours.",
  "Et puis ?",
  "Et puis voilà.",
]
const ranges: TurnRange[] = [
  { fromTurn: 0, toTurn: 2 },
  { fromTurn: 2, toTurn: 4 },
  { fromTurn: 4, toTurn: 6 },
]

let doc: Y.Doc
let passages: { anchor: { start: unknown; end: unknown } }[]

const turnsIn = () => placeTurns(readTranscript(doc).turns)
const textIn = () => textOf(turnsIn())
const at = (words: string) => textIn().indexOf(words)
const span = (words: string) => ({ from: at(words), to: at(words) + words.length })

beforeEach(() => {
  doc = new Y.Doc()
  writeTranscript(doc, {
    speakers: [{ id: "m7", label: "M7", interviewer: false }],
    turns: said.map((text) => ({ speaker: "m7", startMs: null, endMs: null, text })),
  })
  const turns = turnsIn()
  passages = ranges.map(({ fromTurn, toTurn }) => {
    const { start, end } = anchorTo(doc, textIn(), { from: turns[fromTurn]!.from, to: turns[toTurn - 1]!.to })
    return { anchor: { start, end } }
  })
})

/** Each passage as its turns' words. */
const kept = () =>
  keepPassages(doc, turnsIn(), passages).map(({ fromTurn, toTurn }) =>
    turnsIn()
      .slice(fromTurn, toTurn)
      .map(({ text }) => text)
      .join(" / "),
  )

describe("[C30] passages keep their words", () => {
  it("as they were, where nothing was corrected", () => {
    expect(kept()).toEqual([
      "Vous avez peur ? / Oui, du vide.",
      "Depuis quand ? / Toujours.",
      "Et puis ? / Et puis voilà.",
    ])
  })

  it("where words are written at both sides of a border", () => {
    type(doc, at("Depuis quand"), "Mais ")
    type(doc, at("du vide.") + "du vide.".length, " Enfin.")
    expect(kept()).toEqual([
      "Vous avez peur ? / Oui, du vide. Enfin.",
      "Mais Depuis quand ? / Toujours.",
      "Et puis ? / Et puis voilà.",
    ])
  })

  it("where the first words of one are put into other words", () => {
    replace(doc, span("Depuis"), "Mais depuis")
    replace(doc, span("Toujours."), "Depuis toujours.")
    expect(kept()[1]).toBe("Mais depuis quand ? / Depuis toujours.")
  })

  it("where turns are split; a new turn is with the one before it", () => {
    splitTurn(doc, at("quand ?"))
    insertTurn(doc, 5, { speaker: "m7", startMs: null, endMs: null, text: "Silence." })
    splitTurn(doc, at("Depuis"))
    expect(kept()).toEqual([
      "Vous avez peur ? / Oui, du vide. / ",
      "Depuis  / quand ? / Toujours. / Silence.",
      "Et puis ? / Et puis voilà.",
    ])
  })

  it("where a turn is joined over a border it is where most of its characters were", () => {
    joinTurns(doc, 2)
    expect(kept()).toEqual([
      "Vous avez peur ?",
      "Oui, du vide.Depuis quand ? / Toujours.",
      "Et puis ? / Et puis voilà.",
    ])
    joinTurns(doc, 3)
    expect(kept()).toEqual([
      "Vous avez peur ?",
      "Oui, du vide.Depuis quand ? / Toujours.Et puis ?",
      "Et puis voilà.",
    ])
  })

  it("one without words is no more, at whichever end", () => {
    deleteTurns(doc, 2, 2)
    expect(kept()).toEqual(["Vous avez peur ? / Oui, du vide.", "Et puis ? / Et puis voilà."])
    deleteTurns(doc, 0, 2)
    expect(kept()).toEqual(["Et puis ? / Et puis voilà."])
  })

  it("where words were deleted and brought back", () => {
    const history = historyOf(doc)
    remove(doc, span("Depuis quand ?"))
    history.undo()
    expect(kept()[1]).toBe("Depuis quand ? / Toujours.")
    expect(kept()).toHaveLength(3)
  })

  it("each turn is in exactly one, also where turns were moved across borders", () => {
    moveTurns(doc, 4, 2, 0)
    const now = keepPassages(doc, turnsIn(), passages)
    expect(now[0]!.fromTurn).toBe(0)
    expect(now.at(-1)!.toTurn).toBe(6)
    for (const [index, { fromTurn }] of now.entries()) {
      if (index > 0) expect(fromTurn).toBe(now[index - 1]!.toTurn)
    }
  })

  it("are none where all words are others", () => {
    edit(doc, (_, text) => {
      text.delete(0, text.length)
      text.insert(0, "Tout autre chose")
    })
    expect(keepPassages(doc, turnsIn(), passages)).toEqual([])
  })
})

describe("speakers", () => {
  const speakers = () => readTranscript(doc).speakers

  it("are renamed everywhere at once, and marked as asking", () => {
    renameSpeaker(doc, "m7", "  Médecin\n7 ")
    markInterviewer(doc, "m7", true)
    expect(speakers()).toEqual([{ id: "m7", label: "Médecin 7", interviewer: true }])
    expect(readTranscript(doc).turns.every(({ speaker }) => speaker === "m7")).toBe(true)
  })

  it("keep their name where the new one says nothing; nobody is renamed who is not there", () => {
    renameSpeaker(doc, "m7", " \n ")
    renameSpeaker(doc, "nobody", "X")
    expect(speakers()).toEqual([{ id: "m7", label: "M7", interviewer: false }])
    expect(labelFrom("x".repeat(100))).toHaveLength(60)
  })

  it("come, and are given turns", () => {
    addSpeaker(doc, { id: "int", label: "Int.", interviewer: true })
    changeSpeaker(doc, [0, 2], "int")
    expect(speakers().map(({ label }) => label)).toEqual(["Int.", "M7"])
  })
})

describe("[C24] what a stranger writes", () => {
  it("is read as what a database can hold, at the same offsets", () => {
    doc.getText("text").insert(3, "\0")
    doc.getMap("speakers").set("bad", { id: "bad", label: "\0x", interviewer: false })
    expect(turnsIn()[0]!.text).toBe("Vou\ufffds avez peur ?")
    expect(readTranscript(doc).speakers.find(({ id }) => id === "bad")!.label).toBe("\ufffdx")
    expect(textIn()).toHaveLength(doc.getText("text").length)
  })
})
