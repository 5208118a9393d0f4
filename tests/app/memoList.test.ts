import { describe, expect, it } from "vitest"
import { mayBeChosen } from "../../app/_keys/chords"
import { aboutHere } from "../../app/_memos/aboutHere"
import { newMemoKey } from "../../app/_memos/newMemoKey"
import { aboutFrom, aboutOf, optionOf, todayOf } from "../../app/projects/[project]/memos/aboutWhat"
import { type Chosen, listed, wordsListed } from "../../app/projects/[project]/memos/listed"
import { findFolded } from "../../core/memos"
import type { MemoEntry } from "../../server/queries/memos"

const entry = (id: string, author: string, more: Partial<MemoEntry> = {}): MemoEntry => ({
  id,
  kind: "theoretical",
  title: id,
  sharing: "private",
  author: { id: author, name: author },
  source: null,
  code: null,
  createdAt: "2026-05-01T00:00:00Z",
  changedAt: "2026-05-01T00:00:00Z",
  excerpt: "",
  ...more,
})
const all = [
  entry("zèbre", "ana", { code: "c", changedAt: "2026-05-09T00:00:00Z" }),
  entry("abri", "ana", { sharing: "shared", kind: "journal", createdAt: "2026-05-03T00:00:00Z" }),
  entry("étude", "ben", { sharing: "shared" }),
]
const ids = (chosen: Partial<Chosen>) =>
  listed(all, "ana", { scope: "all", kind: "any", order: "title", about: null, ...chosen }, optionOf).map(
    ({ id }) => id,
  )

describe("the list of memos", () => {
  it("holds those of a kind, one's own or shared, in the order that is asked for", () => {
    expect(ids({})).toEqual(["abri", "étude", "zèbre"])
    expect(ids({ scope: "own" })).toEqual(["abri", "zèbre"])
    expect(ids({ scope: "shared" })).toEqual(["abri", "étude"])
    expect(ids({ scope: "words" })).toEqual([])
    expect(ids({ kind: "journal" })).toEqual(["abri"])
    expect(ids({ about: "code c" })).toEqual(["zèbre"])
    expect(ids({ order: "changed" })[0]).toBe("zèbre")
    expect(ids({ order: "created" })[0]).toBe("abri")
  })

  it("finds one's own on words by what was noted, the words and the code", () => {
    const noted = {
      id: "n",
      source: "s",
      title: "M7",
      text: "Voir",
      code: "peur",
      quote: "l’Été",
      at: 0,
      changedAt: null,
    }
    const found = (words: string) =>
      wordsListed([noted], words, (text, looked) => findFolded(text, looked) !== null).length
    expect(["", "voir", "ete", "PEUR", "absent"].map(found)).toEqual([1, 1, 1, 1, 0])
  })
})

it("says what a memo is about as it is called today", () => {
  const code = (id: string, now: string, removed = false) => ({ id, name: id, definition: "", now, removed })
  const places = {
    sources: [{ id: "s", title: "M7", isBlind: false }],
    codes: [code("a", "b"), code("b", "b")],
  }
  expect(aboutOf({ source: "s", code: null }, places)).toMatchObject({ label: "M7" })
  expect(aboutOf({ source: null, code: "a" }, places)).toMatchObject({ label: "a → b", code: { id: "b" } })
  expect(aboutOf({ source: null, code: null }, places)).toBeNull()
  expect(todayOf({ source: null, code: "a" }, places)).toBe("code b")
  expect(todayOf({ source: null, code: null }, places)).toBe("")
  for (const about of [{ source: "s" }, { code: "b" }, null]) {
    const row = { source: null, code: null, ...about }
    expect(aboutFrom(optionOf(row))).toEqual(about)
  }
})

it("[M7] begins a memo about the page's source, or the code that is chosen in the tree", () => {
  const here = (pathname: string, search = "") => aboutHere({ pathname, search })
  expect(here("/projects/p/sources/s%C3%A9/code", "?code=c")).toEqual({ source: "sé" })
  expect(here("/projects/p/sources/s/transcribe")).toEqual({ source: "s" })
  expect(here("/projects/p/tree", "?code=c")).toEqual({ code: "c" })
  for (const path of ["/projects/p/tree", "/projects/p", "/projects/p/sources/new"])
    expect(here(path)).toBeNull()
})

it("[M7] hears one key for a new memo, which no act of the transcript may take", () => {
  const press = (key: string, more: object = {}) => ({
    key,
    code: "KeyJ",
    ctrlKey: false,
    metaKey: false,
    altKey: true,
    shiftKey: false,
    isComposing: false,
    getModifierState: () => false,
    ...more,
  })
  expect(newMemoKey(press("j"))).toBe(true)
  // As a Mac writes it.
  expect(newMemoKey(press("∆"))).toBe(true)
  expect(newMemoKey(press("j", { altKey: false }))).toBe(false)
  expect(newMemoKey(press("J", { shiftKey: true }))).toBe(false)
  expect(mayBeChosen("Alt+J")).toBe(false)
})
