import type { ShownAgreement } from "../../core/agreement/project/answer"
import { type Computed, computeAgreement, sourcesOf } from "../../core/agreement/project/compute"
import type { RevealedMaterial, RevealedPassage } from "../../core/agreement/project/material"
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
