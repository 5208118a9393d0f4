import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const css = readFileSync("app/_theme/tokens.css", "utf8")
const light = block(/:root,\s*\[data-theme="light"\] \{/)
const dark = block(/\n\[data-theme="dark"\] \{/)
const system = block(/\n\s+\[data-theme="system"\] \{/)
const dim = block(/\n\[data-theme="dim"\] \{/)
const themes = { light, dark, dim }

const grounds = ["paper", "surface", "sunken"]
const textOn: readonly (readonly [string, readonly string[]])[] = [
  [
    "ink",
    [
      ...grounds,
      "hover",
      "chosen",
      "a-tint",
      "a-tint-2",
      "a-tint-3",
      "b-tint",
      "b-tint-2",
      "b-tint-3",
      "flag-tint",
      "marker",
      "alert-tint",
    ],
  ],
  ["ink-2", [...grounds, "hover", "chosen"]],
  ["ink-3", grounds],
  ["on-ink", ["ink", "a"]],
  ["a-ink", [...grounds, "a-tint"]],
  ["b-ink", [...grounds, "b-tint"]],
  ["flag-ink", [...grounds, "flag-tint"]],
  ["agree-ink", [...grounds, "agree-tint"]],
  ["alert", ["paper", "surface"]],
]
const graphicsOn: readonly (readonly [string, readonly string[]])[] = [
  ...["a", "b", "flag", "agree", "alert", "line-strong"].map((name) => [name, grounds] as const),
  ["surface", ["flag", "agree"]],
]

describe.each(Object.entries(themes))("the %s theme", (_, theme) => {
  it("keeps text at 4.5 to 1 or more on every ground it stands on", () => {
    expect(below(4.5, theme, textOn)).toEqual([])
  })
  it("keeps coders, kinds and borders that mean something at 3 to 1 or more", () => {
    expect(below(3, theme, graphicsOn)).toEqual([])
  })
  it("names the same tokens as the light one", () => {
    expect([...theme.keys()]).toEqual([...light.keys()])
  })
})

describe("the measure itself", () => {
  it("is dark whether it is chosen or the device's", () => {
    expect(system).toEqual(dark)
  })
  it("gives black on white 21 to 1, and finds what is too pale", () => {
    const theme = new Map([
      ["ink", "#000000"],
      ["pale", "#bbbbbb"],
      ["paper", "#ffffff"],
    ])
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21)
    expect(
      below(4.5, theme, [
        ["pale", ["paper"]],
        ["ink", ["paper"]],
      ]),
    ).toEqual(["pale on paper: 1.92"])
  })
})

function block(start: RegExp): Map<string, string> {
  const [opening] = start.exec(css) ?? []
  if (!opening) throw new Error(`no ${start} in tokens.css`)
  const from = css.indexOf(opening) + opening.length
  const body = css.slice(from, css.indexOf("}", from))
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!.trim()]))
}

function below(least: number, theme: ReadonlyMap<string, string>, pairs: typeof textOn): string[] {
  return pairs.flatMap(([ink, on]) =>
    on
      .map((ground) => ({ ground, ratio: contrast(colour(theme, ink), colour(theme, ground)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`),
  )
}

function colour(theme: ReadonlyMap<string, string>, name: string): string {
  const value = theme.get(name)
  if (!value || !/^#[\da-f]{6}$/.test(value)) throw new Error(`--${name} is not a colour: ${value}`)
  return value
}

/** WCAG 2.2, "contrast ratio". */
function contrast(x: string, y: string): number {
  const [lighter, darker] = [luminance(x), luminance(y)].sort((one, other) => other - one)
  return (lighter! + 0.05) / (darker! + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
