/** The figures of a project: what is asked, of what is revealed. */
import { canonicalOf } from "../../codebook"
import { agreementOf } from "../agreement"
import type { AgreementParameters } from "../parameters"
import type { Agreement, OverallAgreement } from "../result"
import type { AgreementCode, AgreementSource, StratumAgreement } from "./answer"
import { type AskedAgreement, type Stratum, strata } from "./asked"
import { documentsOf, isChosen, type PlacedDocument } from "./documents"
import type { RevealedMaterial, RevealedPassage } from "./material"
import { parentsIn } from "./parents"
import { stratumOf } from "./stratum"

export interface Computed {
  readonly documents: readonly PlacedDocument[]
  readonly parameters: AgreementParameters
  readonly figures: Agreement
  readonly strata: readonly StratumAgreement[]
  readonly codes: readonly AgreementCode[]
}

export function computeAgreement(material: RevealedMaterial, asked: AskedAgreement): Computed {
  const parameters = parametersFor(material, asked)
  const documents = documentsOf(material, asked)
  const figures = agreementOf(
    documents.map(({ coded }) => coded),
    parameters,
  )
  const seen = new Set(
    material.passages.filter((each) => isChosen(each, asked) && isCompared(each)).map(stratumOf),
  )
  return {
    documents,
    parameters,
    figures,
    strata: strata.flatMap((stratum) =>
      ofStratum(material, asked, parameters, stratum, seen.size === 1 ? figures.overall : null),
    ),
    codes: codesOf(material, figures, parameters.parents),
  }
}

/** Codes named by an id of today are meant as the variant has them. */
function parametersFor(material: RevealedMaterial, asked: AskedAgreement): AgreementParameters {
  const canonical = asked.variant === "independent" ? (code: string) => code : canonicalOf(material.merges)
  const named = (codes: readonly string[]) => [...new Set(codes.map(canonical))]
  return {
    codes: asked.codes && named(asked.codes),
    without: named(asked.exclude),
    parents: parentsIn(asked.variant, material),
    childrenCount: asked.parents,
    unit: asked.unit,
    applies: asked.applies,
    leastOverlap: asked.overlap,
    exclusive: asked.exclusive && named(asked.exclusive),
    bins: asked.bins,
    draws: asked.draws,
    seed: asked.seed,
    cluster: asked.cluster,
    confidence: asked.confidence,
  }
}

function ofStratum(
  material: RevealedMaterial,
  asked: AskedAgreement,
  parameters: AgreementParameters,
  stratum: Stratum,
  all: OverallAgreement | null,
): StratumAgreement[] {
  if (asked.stratum !== "all" && asked.stratum !== stratum) return []
  const choice = { ...asked, stratum }
  const passages = material.passages.filter((each) => isChosen(each, choice) && isCompared(each))
  if (passages.length === 0) return []
  const documents = () => documentsOf(material, choice).map(({ coded }) => coded)
  const overall = all ?? agreementOf(documents(), { ...parameters, draws: 0, bins: 1 }).overall
  const sources = new Set(passages.map(({ source }) => source)).size
  return [{ stratum, passages: passages.length, sources, overall }]
}

const isCompared = ({ row }: RevealedPassage) => row.handIns.length > 1

function codesOf(
  { codes }: RevealedMaterial,
  figures: Agreement,
  parents: AgreementParameters["parents"],
): AgreementCode[] {
  const compared = new Set(figures.codes.map(({ code }) => code))
  const known = new Set(codes.map(({ id }) => id))
  const gone = [...compared].filter((code) => !known.has(code))
  return [
    ...codes.map(({ id, name, codable, removed }) => ({
      id,
      name,
      parent: parents[id] ?? null,
      codable,
      removed,
      compared: compared.has(id),
    })),
    ...gone.map((id) => ({ id, name: id, parent: null, codable: true, removed: true, compared: true })),
  ]
}

/** The sources with something revealed, for whoever chooses among them. */
export function sourcesOf(
  { passages }: RevealedMaterial,
  titles: Readonly<Record<string, string>>,
): AgreementSource[] {
  const ids = [...new Set(passages.map(({ source }) => source))]
  return ids.map((id) => {
    const own = passages.filter(({ source, row }) => source === id && row.round === 1)
    const compared = own.filter(isCompared)
    const count = (stratum: Stratum) => compared.filter((each) => stratumOf(each) === stratum).length
    return {
      id,
      title: titles[id] ?? "",
      passages: compared.length,
      single: own.length - compared.length,
      coders: [...new Set(own.flatMap(({ row }) => row.handIns.map(({ coder }) => coder)))],
      strata: {
        none: count("none"),
        revealed: count("revealed"),
        opened: count("opened"),
        weakened: count("weakened"),
      },
    }
  })
}
