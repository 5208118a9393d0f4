import { EditorState } from "@tiptap/pm/state"
import { describe, expect, it } from "vitest"
import { type ChosenBefore, chooseAgain } from "../../app/_editor/chosenBefore"
import { nodesOf } from "../../app/_editor/schema"

const turns = ["Bonjour à tous.", "Oui, voilà.", "Merci."]

describe("[C48] what was typed before there was an editor", () => {
  it("is written where it was typed, and selected is what was selected", () => {
    const typed = [
      { turn: 0, was: turns[0]!, now: "Bonjour à vous tous." },
      { turn: 1, was: turns[1]!, now: "Voilà." },
    ]
    const { words, selected } = taken(turns, { ...at(1, 0, 5), typed })
    expect(words).toEqual(["Bonjour à vous tous.", "Voilà.", "Merci."])
    expect(selected).toBe("Voilà")
  })
  it("takes nothing away of a turn that somebody changed since, and finds its place in a shorter one", () => {
    const since = ["Bonjour.", "Oui, voilà, en effet.", "Merci."]
    const typed = [
      { turn: 0, was: turns[0]!, now: "Bonjour à tous. Bien." },
      { turn: 1, was: turns[1]!, now: "Oui voilà." },
    ]
    expect(taken(since, { ...at(0, 0, 0), typed }).words).toEqual([
      "Bonjour. Bien.",
      "Oui, voilà, en effet.",
      "Merci.",
    ])
  })
  it("says nothing of turns that are no more", () => {
    const typed = [{ turn: 7, was: "Non.", now: "Non, non." }]
    const state = stateOf(turns)
    expect(chooseAgain(state, { ...at(7, 0, 0), typed })).toBeNull()
  })
})

function at(turn: number, from: number, to: number) {
  return { anchor: { turn, offset: from }, head: { turn, offset: to } }
}

function stateOf(words: readonly string[]): EditorState {
  return EditorState.create({
    doc: nodesOf(words.map((text) => ({ speaker: null, startMs: null, endMs: null, text }))),
  })
}

function taken(words: readonly string[], chosen: ChosenBefore) {
  const state = stateOf(words)
  const { doc, selection } = state.apply(chooseAgain(state, chosen)!)
  return {
    words: doc.children.map(({ textContent }) => textContent),
    selected: doc.textBetween(selection.from, selection.to),
  }
}
