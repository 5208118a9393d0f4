import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { excerptOf, findFolded } from "../../core/memos"
import { eraseInRich, textOfRich } from "../../core/ydoc/richText"

type Block = readonly [name: string, ...parts: (string | Block)[]]

/** A rich text as its editor would have laid it out; `**` around words makes them bold. */
function rich(...blocks: readonly Block[]): Y.Doc {
  const doc = new Y.Doc()
  fill(doc.getXmlFragment("text"), blocks)
  return doc
}

function fill(node: Y.XmlFragment, parts: readonly (string | Block)[]): void {
  for (const part of parts) {
    if (typeof part === "string") {
      const text = new Y.XmlText()
      node.push([text])
      write(text, part)
    } else {
      const element = new Y.XmlElement(part[0])
      node.push([element])
      fill(element, part.slice(1))
    }
  }
}

function write(text: Y.XmlText, words: string): void {
  for (const [index, part] of words.split("**").entries())
    text.insert(text.length, part, index % 2 === 1 ? { bold: {} } : { bold: null })
}

const bytesOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("latin1")

describe("rich text", () => {
  it("is read block by block, without formats", () => {
    const doc = rich(
      ["heading", "Peur"],
      ["paragraph", "Elle dit **je tiens** encore.", ["hardBreak"], "Puis rien."],
      ["bulletList", ["listItem", ["paragraph", "un"]], ["listItem", ["paragraph", "deux"]]],
      ["blockquote", ["paragraph", "« oui »"]],
      ["paragraph"],
    )
    expect(textOfRich(doc, "text")).toBe("Peur\nElle dit je tiens encore.\nPuis rien.\n– un\n– deux\n« oui »")
    expect(textOfRich(doc, "other")).toBe("")
  })

  it("[M4, S65] loses a name wherever it stands, each word of it leaving a mark, and keeps its formats", () => {
    const doc = rich(
      ["paragraph", "Quand **Marie Le**", " Goff parle, Marie rit."],
      ["blockquote", ["paragraph", "marie le goff"]],
    )
    doc.getMap("hidden").set("name", "Marie")
    doc.getText("beside").insert(0, "Marie")
    eraseInRich(doc, ["text"], "Marie Le Goff", "[⋯]")
    expect(textOfRich(doc, "text")).toBe("Quand [⋯] [⋯] [⋯] parle, Marie rit.\n[⋯] [⋯] [⋯]")
    eraseInRich(doc, ["text"], "Marie", "[⋯]")
    expect(textOfRich(doc, "text")).toBe("Quand [⋯] [⋯] [⋯] parle, [⋯] rit.\n[⋯] [⋯] [⋯]")
    expect(doc.getXmlFragment("text").toString()).toContain("<bold>[⋯]")
    expect(bytesOf(doc)).toContain("parle")
    for (const gone of ["Marie", "marie", "Goff", "goff"]) expect(bytesOf(doc)).not.toContain(gone)
  })

  it("keeps what is written in each of its fields", () => {
    const doc = rich(["paragraph", "Marie parle."])
    fill(doc.getXmlFragment("debriefing"), [["paragraph", "Marie se tait."]])
    eraseInRich(doc, ["text", "debriefing"], "Marie", "[⋯]")
    expect([textOfRich(doc, "text"), textOfRich(doc, "debriefing")]).toEqual(["[⋯] parle.", "[⋯] se tait."])
  })

  it("goes on with what somebody without a line writes meanwhile", () => {
    const doc = rich(["paragraph", "Marie rit."])
    const away = new Y.Doc()
    Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
    eraseInRich(doc, ["text"], "Marie", "[⋯]")
    const erased = new Y.Doc()
    Y.applyUpdate(erased, Y.encodeStateAsUpdate(doc))
    const paragraph = away.getXmlFragment("text").get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(10, " Encore.")
    Y.applyUpdate(erased, Y.encodeStateAsUpdate(away, Y.encodeStateVector(erased)))
    Y.applyUpdate(away, Y.encodeStateAsUpdate(erased))
    for (const each of [erased, away]) expect(textOfRich(each, "text")).toBe("[⋯] rit. Encore.")
    expect(bytesOf(erased)).not.toContain("Marie")
  })
})

describe("an excerpt", () => {
  it("is how a text begins, or what is around the words that were looked for", () => {
    const long = `${"mot ".repeat(100)}Épuisement d’Élodie${" fin".repeat(100)}`
    expect(excerptOf("Un\n  deux")).toBe("Un deux")
    expect(excerptOf(long)).toMatch(/^mot .*…$/)
    expect(excerptOf(long, "epuisement d'elodie")).toMatch(/^….*Épuisement d’Élodie.*…$/)
    expect(excerptOf(long, "absent")).toBeNull()
    expect(findFolded("ﬁn à Évry", "evry")).toEqual({ from: 5, to: 9 })
  })
})
