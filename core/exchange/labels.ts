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

interface Seen {
  readonly label: string
  count: number
  readonly samples: string[]
  /** Whose header came before each of its own. */
  readonly after: Set<string>
  stated: boolean
}

/** Every label met at the head of a paragraph, with what may be guessed about it. */
export function detectLabels(paragraphs: readonly DraftParagraph[]): DetectedLabel[] {
  const seen = [...collect(paragraphs).values()]
  const total = seen.reduce((sum, { count }) => sum + count, 0)
  const guesses = new Map(seen.map((one) => [one.label, speaks(one, seen, total)]))
  return seen.map((one) => {
    const like = likest(
      one,
      seen.filter((other) => guesses.get(other.label)),
    )
    return {
      label: one.label,
      count: one.count,
      samples: one.samples,
      speaks: guesses.get(one.label)! || like !== null,
      interviewer: INTERVIEWER.test(one.label),
      like,
    }
  })
}

function collect(paragraphs: readonly DraftParagraph[]): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  let before: string | null = null
  paragraphs.forEach(({ text, header, cue }, index) => {
    if (!header || header.label === null) return
    const { label } = header
    const one = seen.get(label) ?? { label, count: 0, samples: [], after: new Set<string>(), stated: false }
    seen.set(label, one)
    one.count++
    if (before !== null && before !== label) one.after.add(before)
    before = label
    one.stated ||= cue !== null && header.labelFrom === 0 && header.textFrom > 0
    const next = paragraphs[index + 1]
    const words = text.slice(header.textFrom, header.textTo) || (next && !next.header ? next.text : "")
    if (one.samples.length < SAMPLES && words) one.samples.push(words.slice(0, SAMPLE_LENGTH))
  })
  return seen
}

function speaks(one: Seen, all: readonly Seen[], total: number): boolean {
  const { label, count } = one
  if (NOT_A_NAME.test(label)) return false
  const codeLike = CODE_LIKE.test(label) || INTERVIEWER.test(label)
  if (count === 1) return codeLike && total <= SHORT_TRANSCRIPT && all.length > 1
  if (codeLike) return true
  if (!CAPITALISED.test(label)) return count >= Math.max(3, total / 10)
  return !onlyInsideAnother(one, all)
}

/** A word that one speaker alone uses now and then: always after the same much more frequent label. */
function onlyInsideAnother(one: Seen, all: readonly Seen[]): boolean {
  const [only] = one.after
  if (only === undefined || one.after.size > 1) return false
  const host = all.find(({ label }) => label === only)
  return all.length > 2 && host !== undefined && one.count * 3 <= host.count
}

function likest(one: Seen, speakers: readonly Seen[]): string | null {
  const candidates = speakers
    .filter((other) => other.label !== one.label && looksLike(one.label, other.label))
    .filter((other) => other.count >= (sameButDress(one.label, other.label) ? one.count + 1 : one.count * 3))
  return candidates.sort((a, b) => b.count - a.count)[0]?.label ?? null
}
