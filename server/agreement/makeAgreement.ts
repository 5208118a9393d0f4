import type { ShownAgreement } from "../../core/agreement/project/answer"
import { type Computed, computeAgreement, sourcesOf } from "../../core/agreement/project/compute"
import type { RevealedMaterial } from "../../core/agreement/project/material"
import { exported } from "./exports"
import type { AgreementJob } from "./job"
import { methodsOf } from "./methods"

/** What is asked for, as bytes. */
export function makeAgreement(job: AgreementJob): Uint8Array {
  const { asked } = job
  const material = materialOf(job)
  const computed = computeAgreement(material, asked)
  const answer = answerOf(job, material, computed)
  const { make } = job
  return make.is === "json"
    ? new TextEncoder().encode(JSON.stringify(answer))
    : exported(make, answer, computed)
}

export function materialOf({ material }: AgreementJob): RevealedMaterial {
  const passages = material.passages.map(({ row, ...passage }) => ({ ...passage, row: JSON.parse(row) }))
  return { ...material, passages }
}

export function answerOf(
  { asked, about }: AgreementJob,
  material: RevealedMaterial,
  { documents, figures, strata, codes }: Computed,
): ShownAgreement {
  const { titles, people, names, ...project } = about
  const sources = sourcesOf(material, titles)
  const coders = [...new Set(sources.flatMap((source) => source.coders))]
  const answer = {
    shown: true as const,
    ...project,
    asked,
    coders: coders.map((id) => ({ id, name: people[id] ?? id })),
    codes,
    sources,
    documents: documents.map(({ about: { id, source, ...rest } }) => ({
      id,
      source,
      title: titles[source] ?? "",
      ...rest,
    })),
    figures,
    strata,
    names,
  }
  return { ...answer, methods: { fr: methodsOf(answer, "fr"), en: methodsOf(answer, "en") } }
}
