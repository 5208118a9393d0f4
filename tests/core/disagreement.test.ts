import { describe, expect, it } from "vitest"
import { compare, groupId, unitId, unitsOf } from "../../core/disagreement"
import type { Unit } from "../../core/reading"
import { compareText, handIn } from "../support/pictures"

const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id: unitId("ana", id, "p1"),
  coding: id,
  code: "fear",
  coder: "ana",
  side: "a",
  from: 0,
  to: 3,
  ...more,
})

describe("units", () => {
  it("[D1] are codings by coder, coding and passage", () => {
    expect(unitsOf(handIn("a", "fear 2-4"), "p1")).toEqual([unit("a1", { from: 2, to: 4 })])
  })

  it("[D1] without a word are none", () => {
    expect(unitsOf(handIn("a", "fear 4-4, fear 5-6"), "p1").map((one) => one.coding)).toEqual(["a2"])
  })

  it("[D1] handed in twice under one id count once", () => {
    const once = handIn("a", "fear 0-9")
    expect(unitsOf({ ...once, codings: [...once.codings, ...once.codings] }, "p1")).toHaveLength(1)
  })
})

describe("names of groups", () => {
  it("[D2] say passage, round, coders, codings and how many", () => {
    expect(groupId("p1", 1, [unit("x")])).toBe("p1~1~ana~x~1")
  })

  it("[D2] are a segment of a path as they are, whatever strangers call their codings", () => {
    for (const name of ["a/b", "..", "~", "é ☂", "\ud800", "%2F", "a?b#c", ""]) {
      const id = groupId("p1", 1, [unit(name)])
      expect(id).toMatch(/^[A-Za-z0-9._~-]+$/)
      expect(decodeURIComponent(id)).toBe(id)
    }
  })

  it("[D2] keep apart what is called almost alike", () => {
    const names = ["a/b", "a.002fb", "a~b", "a", "b", "A", "", "~", "\ud800", "\ud801"]
    expect(new Set(names.map((name) => groupId("p1", 1, [unit(name)]))).size).toBe(names.length)
  })

  it("[D2] do not grow with the group", () => {
    const many = Array.from({ length: 60 }, (_, at) => unit(`coding-${at}`))
    expect(groupId("p1", 1, many).length).toBeLessThan(60)
  })
})

describe("what was done alike", () => {
  it("[D3] is agreed when extents are the same", () => {
    expect(compareText("fear 0-9", "fear 0-9")).toEqual(["agreed fear 0-9"])
  })

  it("[D3] is agreed from the tolerance on, and not below", () => {
    expect(compareText("fear 0-10", "fear 0-5")).toEqual(["agreed fear 0-10 / fear 0-5"])
    expect(compareText("fear 0-10", "fear 0-4")).toEqual(["boundary fear 0-10 / fear 0-4"])
  })

  it("[D3] gives each unit its best partner", () => {
    expect(compareText("fear 0-9, fear 0-6", "fear 0-6, fear 0-9")).toEqual([
      "agreed fear 0-6",
      "agreed fear 0-9",
    ])
  })

  it("[D3] follows merges", () => {
    const canonical = (code: string) => (code === "worry" ? "fear" : code)
    expect(compareText("fear 0-9", "worry 0-9")).toEqual(["code fear 0-9 / worry 0-9"])
    expect(compareText("fear 0-9", "worry 0-9", { canonical })).toEqual(["agreed fear 0-9 / worry 0-9"])
  })

  it("[D4] takes in the pieces into which one has cut what the other left whole", () => {
    expect(compareText("fear 0-9", "fear 0-5, fear 5-9")).toEqual(["agreed fear 0-9 / fear 0-5 / fear 5-9"])
  })

  it("[D4] takes in a unit that two agreed ones cover between them", () => {
    expect(compareText("fear 0-10, fear 10-20, fear 5-15", "fear 0-10, fear 10-20")).toEqual([
      "agreed fear 0-10 / fear 5-15",
      "agreed fear 10-20",
    ])
  })

  it("[D4] counts a word that two agreed units cover once", () => {
    expect(compareText("fear 0-10, fear 2-12, fear 4-24", "fear 0-10, fear 2-12")).toContain(
      "boundary fear 4-24 | beside fear 0-10 | beside fear 2-12",
    )
  })

  it("[D4] does not take in what lies mostly outside", () => {
    expect(compareText("fear 0-10", "fear 0-10, fear 8-14")).toEqual([
      "agreed fear 0-10",
      "boundary fear 8-14 | beside fear 0-10",
    ])
  })
})

describe("what was cut differently", () => {
  it("[D5] is a star: a long one with the short ones it touches", () => {
    expect(compareText("fear 0-30", "fear 0-4, fear 10-14, fear 26-34")).toEqual([
      "boundary fear 0-30 / fear 0-4 / fear 10-14 / fear 26-34",
    ])
  })

  it("[D5] is never a chain", () => {
    expect(compareText("fear 0-10, fear 18-28", "fear 8-20, fear 26-36")).toEqual([
      "boundary fear 0-10 / fear 18-28 / fear 8-20 | beside fear 26-36",
      "boundary fear 26-36 | beside fear 18-28",
    ])
  })

  it("[D6] stands alone where all that it touches is settled elsewhere", () => {
    expect(compareText("fear 0-10, fear 12-14", "fear 0-10, fear 9-13, fear 13-30")).toContain(
      "boundary fear 9-13 | beside fear 0-10 | beside fear 12-14",
    )
  })
})

describe("what was read differently", () => {
  it("[D8] is a pair", () => {
    expect(compareText("fear 0-9", "anger 0-9")).toEqual(["code fear 0-9 / anger 0-9"])
  })

  it("[D8] asks for a word in common", () => {
    expect(compareText("fear 0-5", "anger 5-9")).toEqual(["omission fear 0-5", "omission anger 5-9"])
  })

  it("[D8] does not chain when one long coding touches many short ones", () => {
    expect(compareText("fear 0-40", "a 0-4, b 10-16, c 20-24, d 30-34")).toEqual([
      "omission a 0-4",
      "code fear 0-40 / b 10-16",
      "omission c 20-24",
      "omission d 30-34",
    ])
  })

  it("[D8] keeps what is agreed out of a flag beside it", () => {
    expect(compareText("fear 0-9, clinic 2-4", "fear 0-9")).toEqual([
      "agreed fear 0-9",
      "omission clinic 2-4",
    ])
  })
})

describe("nesting", () => {
  it("[D9] a narrower coding is not put against the partner of the wider one", () => {
    expect(compareText("fear 0-9, nights 2-4", "anger 0-9")).toEqual([
      "code fear 0-9 / anger 0-9",
      "omission nights 2-4",
    ])
    expect(compareText("fear 0-9, nights 2-4", "fear 0-9")).toEqual([
      "agreed fear 0-9",
      "omission nights 2-4",
    ])
  })

  it("[D9] the wider is no disagreement of the narrower, which has its own partner", () => {
    expect(compareText("fear 0-9, nights 2-4", "fear 0-9, sleep 2-4")).toEqual([
      "agreed fear 0-9",
      "code nights 2-4 / sleep 2-4",
    ])
  })
})

describe("what one alone coded", () => {
  it("[D10] is an omission each", () => {
    expect(compareText("fear 0-3, fear 5-9", "")).toEqual(["omission fear 0-3", "omission fear 5-9"])
    expect(compareText("", "")).toEqual([])
  })
})

it("[D13] groups stand in the order of the text", () => {
  expect(compareText("z 20-25, y 0-5, x 10-15", "x 10-15, w 30-35, v 0-5")).toEqual([
    "code y 0-5 / v 0-5",
    "agreed x 10-15",
    "omission z 20-25",
    "omission w 30-35",
  ])
})

it("compares five thousand codings of a long transcript without looking at pairs that do not touch", () => {
  const all = (coder: "ana" | "ben", side: "a" | "b", shift: number) =>
    Array.from({ length: 2_500 }, (_, at): Unit => {
      const from = at * 8 + shift
      return unit(`${at}`, {
        id: unitId(coder, `${at}`, "p1"),
        coder,
        side,
        code: `c${at % 7}`,
        from,
        to: from + 6,
      })
    })
  const groups = compare("p1", 1, all("ana", "a", 0), all("ben", "b", 1), {
    tolerance: 0.5,
    canonical: (code) => code,
  })
  expect(groups).toHaveLength(2_500)
})
