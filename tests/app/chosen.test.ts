import { describe, expect, it } from "vitest"
import {
  type Chosen,
  found,
  nothingChosen,
  withSpan,
  withSpeaker,
} from "../../app/projects/[project]/sources/[source]/erase/chosen"
import type { PlacedTurn, SpeakerId } from "../../core/model"

const text = "Ana rit. Jean-Paul part avec Ana."

describe("words chosen to be erased", () => {
  it("[S66] that overlap or touch what was chosen before become one stretch: none of them is left out", () => {
    const overlapping = hand(hand(nothingChosen, 0, 7), 4, 18)
    expect(shown(overlapping)).toEqual(["Ana rit. Jean-Paul"])
    expect(shown(hand(hand(nothingChosen, 9, 13), 13, 18))).toEqual(["Jean-Paul"])
    expect(shown(hand(hand(hand(nothingChosen, 0, 3), 9, 13), 3, 9))).toEqual(["Ana rit. Jean"])
  })
  it("[S66] that stand apart stay apart, in the order of the text", () => {
    expect(shown(hand(hand(nothingChosen, 9, 13), 0, 3))).toEqual(["Ana", "Jean"])
  })
  it("[S66] do not take with them what was unticked", () => {
    const unticked = hand(nothingChosen, 4, 13)
    const spans = unticked.spans.map((span) => ({ ...span, ticked: false }))
    expect(shown(hand({ ...unticked, spans }, 9, 18))).toEqual(["Jean-Paul"])
  })
  it("[S66] by hand stay when a name is looked for, and what an earlier search found does not", () => {
    const first = find(hand(nothingChosen, 4, 8), "Paul", 14)
    expect(shown(first)).toEqual(["rit.", "Paul"])
    expect(shown(find(first, "Ana", 0, 29))).toEqual(["Ana", "rit.", "Ana"])
    expect(shown(find(hand(nothingChosen, 9, 18), "Paul", 14))).toEqual(["Jean-Paul"])
  })
  it("[S66] may be all that one speaker says", () => {
    const turn = (speaker: string, from: number, to: number) =>
      ({ speaker: speaker as SpeakerId, from, to }) as PlacedTurn
    const turns = [turn("s1", 0, 8), turn("s2", 9, 18), turn("s1", 19, 33)]
    expect(shown(withSpeaker(nothingChosen, text, turns, "s1" as SpeakerId))).toEqual([
      "Ana rit.",
      "part avec Ana.",
    ])
  })
})

function hand(chosen: Chosen, from: number, to: number): Chosen {
  return withSpan(chosen, text, { from, to })
}

function find(chosen: Chosen, words: string, ...places: readonly number[]): Chosen {
  const transcript = places.map((from) => {
    return { from, to: from + words.length, words, before: "", after: "", startMs: null }
  })
  return found(chosen, text, words, { transcript, speakers: [], elsewhere: [] })
}

function shown({ spans }: Chosen): string[] {
  return spans.map(({ words }) => words)
}
