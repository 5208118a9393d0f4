import type { ShownAgreement } from "../../core/agreement/project/answer"
import { type Computed, computeAgreement, sourcesOf } from "../../core/agreement/project/compute"
import { disagreementsIn } from "../../core/agreement/project/disagreements"
import type { RevealedMaterial, RevealedPassage } from "../../core/agreement/project/material"
import { unmatchedIn } from "../../core/agreement/project/unmatched"
import { namesAmong } from "../../core/pseudonyms"
import type { Reveal } from "../../core/reading"
import { exported } from "./exports"
import { type AgreementJob, NotMade } from "./job"
import { methodsOf } from "./methods"

/** What is asked for, as bytes. */
export function makeAgreement(job: AgreementJob): Uint8Array {
  const { asked } = job
  const material = materialOf(job)
  demandCoders(job, material)
  const computed = computeAgreement(material, asked)
  const answer = answerOf(job, material, computed)
  const { make } = job
  return make.is === "json"
    ? new TextEncoder().encode(JSON.stringify(answer))
    : exported(make, answer, computed)
}

export function materialOf({ material, talked }: AgreementJob): RevealedMaterial {
  const said = new Set(talked)
  const passages = material.passages.map((passage): RevealedPassage => {
    const row: Reveal = JSON.parse(passage.row)
    const isTalked = row.handIns.some(({ coder }) => said.has(JSON.stringify([passage.source, coder])))
    return { ...passage, row, talked: isTalked }
  })
  return { ...material, passages }
}

/** Who is not revealed and who does not exist are unknown alike. */
function demandCoders({ asked }: AgreementJob, { passages }: RevealedMaterial): void {
  const known = new Set(passages.flatMap(({ row }) => row.handIns.map(({ coder }) => coder)))
  const unknown = (asked.pair ?? []).filter((coder) => !known.has(coder))
  if (unknown.length === 0) return
  throw new NotMade(
    unknown.map((coder) => ({ path: "pair", message: `${coder}: no coder of whom anything is revealed` })),
  )
}

/** More are told by the tables that can be taken away. */
const MOST_UNMATCHED = 200

export function answerOf(
  { asked, about }: AgreementJob,
  material: RevealedMaterial,
  computed: Computed,
): ShownAgreement {
  const { documents, figures, strata, codes } = computed
  const { titles, people, key, ...project } = about
  const unmatched = unmatchedIn(computed)
  const sources = sourcesOf(material, titles)
  const coders = [...new Set(sources.flatMap((source) => source.coders))]
  const answer = {
    shown: true as const,
    ...project,
    asked,
    coders: coders.map((id) => ({ id, name: people[id] ?? id })),
    codes,
    sources,
    documents: documents.map((document) => {
      const { id, source, ...rest } = document.about
      const disagreements = disagreementsIn(document, material, figures, asked.variant)
      return { id, source, title: titles[source] ?? "", ...rest, disagreements }
    }),
    figures,
    strata,
    unmatched: { first: unmatched.slice(0, MOST_UNMATCHED), of: unmatched.length },
    names: namesAmong(key, [
      about.project.name,
      ...Object.values(titles),
      ...codes.map(({ name }) => name),
      ...unmatched.map(({ quote }) => quote),
    ]),
  }
  return { ...answer, methods: { fr: methodsOf(answer, "fr"), en: methodsOf(answer, "en") } }
}
