import type { Clip } from "../model"
import { parseJson } from "./json"
import { type Attribute, readMarkup } from "./markup"
import type { DraftNote, ReadParagraph } from "./transcriptDraft"
import { clipOf, timeMs, voiceParagraph } from "./voice"

export interface ReadSonal {
  readonly paragraphs: readonly ReadParagraph[]
  readonly notes: readonly DraftNote[]
}

interface Segment {
  readonly speaker: string
  readonly cue: Clip | null
  text: string
}

/**
 * The paragraphs of an interview of Sonal Pi, one a segment; null where the page is none. Where a name is hidden by a
 * pseudonym, the pseudonym is read, as Sonal shows it: the name stays in the file. What was coded there, remarked
 * and noted is counted, and not read.
 */
export function paragraphsOfSonal(html: string): ReadSonal | null {
  const { segments, named, hiddenNames, ...counts } = segmentsOf(html)
  if (segments.length === 0) return null
  const listed = listedSpeakers(html)
  const nameOf = (speaker: string) =>
    hiddenNames.get(speaker) ||
    listed[Number(speaker)] ||
    named.get(speaker) ||
    (Number(speaker) > 0 ? `Locuteur ${speaker}` : null)
  return {
    paragraphs: segments
      .map(({ speaker, cue, text }) => voiceParagraph(speaker === "" ? null : nameOf(speaker), text, cue))
      .filter((paragraph) => paragraph !== null),
    notes: [
      { kind: "pseudonym", count: counts.pseudonyms + hiddenNames.size },
      { kind: "coding", count: counts.coded },
      { kind: "comment", count: counts.remarks },
    ],
  }
}

function segmentsOf(html: string) {
  const segments: Segment[] = []
  const named = new Map<string, string>()
  const hiddenNames = new Map<string, string>()
  const seen = { pseudonyms: 0, coded: 0, remarks: 0 }
  /** The pseudonym over each open span, innermost last; and the last one read, while nothing was said after it. */
  const over: (string | null)[] = []
  let [lastPseudonym, wasCoded, inNotes] = [null as string | null, false, false]
  const segment = (attribute: Attribute) => {
    const speaker = (attribute("data-loc") ?? "").trim()
    const shown = attribute("data-locpseudo")
    if (shown) hiddenNames.set(speaker, shown)
    const label = attribute("data-nomloc")
    if (label && !named.has(speaker)) named.set(speaker, label)
    const cue = clipOf(timeMs(attribute("data-deb")), timeMs(attribute("data-fin")))
    segments.push({ speaker, cue, text: "" })
    lastPseudonym = null
  }
  const fragment = (attribute: Attribute, marks: readonly string[]) => {
    if (attribute("data-obs")) seen.remarks++
    const isCoded = marks.some((mark) => /^cat_\d/.test(mark))
    if (isCoded && !wasCoded) seen.coded++
    wasCoded = isCoded
    const pseudonym = marks.includes("anon") ? attribute("data-pseudo") : null
    over.push(pseudonym ?? over.at(-1) ?? null)
    // One name may be cut into several spans: its pseudonym stands for all of them.
    const goesOn = pseudonym === lastPseudonym && !marks.includes("debsel")
    lastPseudonym = pseudonym
    const last = segments.at(-1)
    if (pseudonym === null || goesOn || !last) return
    last.text += pseudonym
    seen.pseudonyms++
  }
  readMarkup(html, {
    open: (name, attribute) => {
      if (name === "div") inNotes = attribute("id") === "txtnotes"
      if (name !== "span") return
      const marks = (attribute("class") ?? "").split(/\s+/)
      if (!marks.includes("lblseg")) return fragment(attribute, marks)
      over.length = 0
      over.push(null)
      segment(attribute)
    },
    close: (name) => {
      if (name === "span") over.pop()
      if (name === "div") inNotes = false
    },
    text: (text) => {
      if (inNotes && text.trim() !== "") seen.remarks++
      const last = segments.at(-1)
      if (!last || inNotes || typeof over.at(-1) === "string") return
      last.text += text
      lastPseudonym = null
    },
  })
  return { segments, named, hiddenNames, ...seen }
}

/** The names of the speakers by their numbers, which a script element holds, within braces of its own or not. */
function listedSpeakers(html: string): readonly string[] {
  const script = /<script[^>]{0,200}\bloc-json\b[^>]{0,200}>([^<]{0,100000})/i.exec(html)?.[1] ?? ""
  const list = parseJson(script.slice(script.indexOf("["), script.lastIndexOf("]") + 1))
  return Array.isArray(list) ? list.map((name) => (typeof name === "string" ? name : "")) : []
}
