import { readdirSync, readFileSync } from "node:fs"
import { createTranslator } from "next-intl"
import { describe, expect, it } from "vitest"
import { messages as en } from "../../app/_messages/en"
import { messages as fr } from "../../app/_messages/fr"

const languages = { fr, en }
const words = { fr: wordsOf(fr), en: wordsOf(en) }

describe("the words of the interface", () => {
  it.each(["fr", "en"] as const)("%s: every namespace is a file, and every file is loaded", (language) => {
    const files = readdirSync(`app/_messages/${language}`).filter((file) => file.endsWith(".json"))
    expect(files.map((file) => file.replace(".json", "")).sort()).toEqual(
      Object.keys(languages[language]).sort(),
    )
    for (const file of files)
      expect(() => JSON.parse(readFileSync(`app/_messages/${language}/${file}`, "utf8"))).not.toThrow()
  })

  it("are said in both languages", () => {
    expect([...words.en.keys()].sort()).toEqual([...words.fr.keys()].sort())
  })

  it("take the same arguments in both languages", () => {
    const differing = [...words.fr].filter(([key, text]) =>
      differ(argumentsOf(text), argumentsOf(words.en.get(key) ?? "")),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it.each(["fr", "en"] as const)("%s: every one can be read by the formatter", (language) => {
    expect(unreadable(languages[language])).toEqual([])
  })

  it.each(["fr", "en"] as const)("%s: none is empty, none exclaims", (language) => {
    expect(keysWhere(language, (text) => text.trim() === "")).toEqual([])
    expect(keysWhere(language, (text) => text.includes("!"))).toEqual([])
  })

  it("keep French marks on the line of the word before them", () => {
    expect(keysWhere("fr", breaksBeforeMark)).toEqual([])
  })

  it.each(["fr", "en"] as const)("%s: apostrophes are typographic", (language) => {
    expect(keysWhere(language, (text) => text.includes("'"))).toEqual([])
  })
})

describe("the rules above", () => {
  it("find a message whose braces do not close", () => {
    expect(unreadable({ common: { fine: "{n} codes", broken: "{n, plural, one {#}" } })).toEqual([
      "common.broken",
    ])
  })
  it("find a mark that may stray", () => {
    expect(["Vraiment ?", "Vraiment?", "« oui »", "Fin : ici", "Sûr?"].map(breaksBeforeMark)).toEqual(
      Array(5).fill(true),
    )
  })
  it("let what is not a French mark pass", () => {
    const fine = [
      "Vraiment\u00a0?",
      "«\u202foui\u202f»",
      "12:31",
      "https://…",
      "{n, plural, one {#} other {#}}",
      "?",
    ]
    expect(fine.map(breaksBeforeMark)).toEqual(Array(6).fill(false))
  })
  it("find the arguments, and not the words inside their cases", () => {
    expect(
      argumentsOf("{name} a {count, plural, one {# code} other {# codes de {who}}}, <link>lire</link>"),
    ).toEqual(["<link>", "count:plural", "name", "who"])
  })
})

function unreadable(messages: object): string[] {
  const failed: string[] = []
  const note = (error: { code: string; message: string }) =>
    error.code === "INVALID_MESSAGE" && failed.push(error.message)
  const t = createTranslator({ locale: "fr", messages: messages as typeof fr, onError: note })
  return [...wordsOf(messages).keys()].filter((key) => {
    const before = failed.length
    t(key as never)
    return failed.length > before
  })
}

function keysWhere(language: "fr" | "en", fails: (text: string) => boolean): string[] {
  return [...words[language]].filter(([, text]) => fails(text)).map(([key]) => key)
}

/** A space that may break, or none, before ; ? ! » and colons, or after «. Times and addresses have colons of their own. */
function breaksBeforeMark(text: string): boolean {
  return /[^\u00a0\u202f\s][;?»]|[ \n][;?!»]|[ \n]:|[\p{L}\p{N}»)}]:(?=\s|$)|«[^\u00a0\u202f]/u.test(text)
}

function wordsOf(tree: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${path}${key}`, value] as const] : [...wordsOf(value, `${path}${key}.`)],
    ),
  )
}

/** Names of what a message is given: "count:plural" where its kind matters, "<b>" for a mark around words. */
function argumentsOf(message: string): string[] {
  const named = [
    ...message.matchAll(/\{\s*(\w+)\s*(?:,\s*(plural|selectordinal|select|number|date|time)\b|\})/g),
  ]
  const marked = [...message.matchAll(/<(\w+)>/g)]
  const isCase = (at: number) =>
    /(?:\b(?:zero|one|two|few|many|other)|=\d+|\w+)\s$/.test(message.slice(0, at)) && insideCases(message, at)
  return [
    ...new Set([
      ...named
        .filter((match) => !isCase(match.index))
        .map((match) => (match[2] ? `${match[1]}:${match[2]}` : `${match[1]}`)),
      ...marked.map((match) => `<${match[1]}>`),
    ]),
  ].sort()
}

/** Whether a brace at this place opens a case of a plural or select, rather than an argument. */
function insideCases(message: string, at: number): boolean {
  const open: boolean[] = []
  for (let i = 0; i < at; i++) {
    if (message[i] === "{") open.push(/^\{\s*\w+\s*,\s*(plural|select)/.test(message.slice(i)))
    if (message[i] === "}") open.pop()
  }
  return open.at(-1) === true
}

function differ(x: readonly string[], y: readonly string[]): boolean {
  return x.join() !== y.join()
}
