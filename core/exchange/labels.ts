import { looksLike, sameButDress } from "./likeness"
import type { DetectedLabel, DraftParagraph } from "./transcriptDraft"

const INTERVIEWER =
  /^(int(erviewer|ervieweur|ervieweuse)?|inv(estigateur|estigatrice|estigator)?|enq(u[eê]teur|u[eê]trice)?|i|q|e|mod([eé]rateur|[eé]ratrice|erator)?|anim(ateur|atrice)?|ch(ercheur|ercheuse)?|facilitator|facilitateur|facilitatrice|researcher|question|intervenant)\.?\s?\d?$/iu

/** Words that stand before a colon in what people say and in title pages, and are nobody's name. */
const NOT_A_NAME =
  /^(problème|exemple|par exemple|conclusion|résumé|remarque|note|nota|nb|attention|bref|donc|résultat|question|réponse|constat|idée|date|lieu|durée|heure|âge|age|sexe|genre|profession|spécialité|thème|titre|objet|sujet|objectif|contexte|commune|ville|entretien|interview|problem|example|for example|summary|place|time|duration|gender|title|topic)s?$/iu

const CODE_LIKE =
  /^(\p{Lu}{1,5}|\p{L}{1,4})\.?\s?\d{1,3}$|^\p{Lu}{1,5}\.?$|^(speaker|locuteur|intervenant|spk)[ _]?\d+$/iu
const CAPITALISED = /^\p{Lu}[^\s]*(\s(\p{Lu}[^\s]*|\p{N}+|de|du|des|la|le|d['’].*))*$/u

/** Up to this many headers, two voices that answer each other are believed although no label recurs. */
const SHORT_TRANSCRIPT = 8
const SAMPLES = 3
const SAMPLE_LENGTH = 80
/** Only the most frequent speakers are thought of as misspelt. */
const OFTEN_MISSPELT = 50

interface Seen {
  readonly label: string
  count: number
  readonly samples: string[]
  /** Whose header came before each of its own. */
  readonly after: Set<string>
  stated: boolean
  /** Each of its headers holds a time. */
  timed: boolean
}

/** Every label met at the head of a paragraph, with what may be guessed about it. */
export function detectLabels(paragraphs: readonly DraftParagraph[]): DetectedLabel[] {
  const seen = collect(paragraphs)
  const total = [...seen.values()].reduce((sum, { count }) => sum + count, 0)
  const sure = new Set([...seen.values()].filter((one) => isSpeaker(one, seen, total)))
  const families = new Set([...sure].map(({ label }) => familyOf(label)))
  const speakers = new Set([...seen.values()].filter(({ label }) => families.has(familyOf(label))))
  const frequent = [...speakers].sort((a, b) => b.count - a.count).slice(0, OFTEN_MISSPELT)
  return [...seen.values()].map((one) => {
    const { label, count, samples } = one
    const like = likest(one, frequent)
    const speaks = like !== null || speakers.has(one)
    return { label, count, samples, speaks, interviewer: INTERVIEWER.test(label), like }
  })
}

function collect(paragraphs: readonly DraftParagraph[]): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  let before: string | null = null
  paragraphs.forEach(({ text, header }, index) => {
    if (!header || header.label === null) return
    const { label } = header
    const one = seen.get(label) ?? unseen(label)
    seen.set(label, one)
    one.count++
    one.stated ||= header.stated
    one.timed &&= header.startMs !== null || header.endMs !== null
    if (before !== null && before !== label) one.after.add(before)
    before = label
    const next = paragraphs[index + 1]
    const words = text.slice(header.textFrom, header.textTo) || (next && !next.header ? next.text : "")
    if (one.samples.length < SAMPLES && words) one.samples.push(beginningOf(words))
  })
  return seen
}

/** Its first words, cut between two of them. */
function beginningOf(text: string): string {
  if (text.length <= SAMPLE_LENGTH) return text
  const cut = text.lastIndexOf(" ", SAMPLE_LENGTH)
  return `${text.slice(0, cut > 0 ? cut : SAMPLE_LENGTH)}…`
}

function unseen(label: string): Seen {
  return { label, count: 0, samples: [], after: new Set(), stated: false, timed: true }
}

function isSpeaker(one: Seen, all: ReadonlyMap<string, Seen>, total: number): boolean {
  const { label, count, stated, timed } = one
  if (stated) return true
  // "Question" and "Réponse" do name the speakers of some transcripts: of those where they stand everywhere.
  if (NOT_A_NAME.test(label)) return count >= Math.max(4, total / 3)
  const codeLike = CODE_LIKE.test(label) || INTERVIEWER.test(label)
  if (timed && (codeLike || CAPITALISED.test(label))) return true
  if (count === 1) return codeLike && total <= SHORT_TRANSCRIPT && all.size > 1
  if (codeLike) return true
  if (!CAPITALISED.test(label)) return count >= Math.max(3, total / 10)
  return !onlyInsideAnother(one, all)
}

/** A word that one speaker alone uses now and then: always after the same much more frequent label. */
function onlyInsideAnother(one: Seen, all: ReadonlyMap<string, Seen>): boolean {
  const [only] = one.after
  if (only === undefined || one.after.size > 1) return false
  return all.size > 2 && one.count * 3 <= (all.get(only)?.count ?? 0)
}

/** What "Médecin 3" and "Médecin 5" have in common; a label without a number is a family of its own. */
function familyOf(label: string): string {
  return /\d/.test(label) ? label.replace(/\d+/g, "0") : label
}

function likest(one: Seen, frequent: readonly Seen[]): string | null {
  const like = frequent.find((other) => {
    const often = sameButDress(one.label, other.label) ? one.count + 1 : one.count * 3
    return other !== one && other.count >= often && looksLike(one.label, other.label)
  })
  return like?.label ?? null
}
