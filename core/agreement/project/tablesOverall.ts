import type { OverallAgreement } from "../result"
import type { ShownAgreement } from "./answer"
import type { Names } from "./labels"
import { asWords } from "./query"
import { type Facts, meanFacts, type Sheet, segmentFacts } from "./tables"

type Answer = Omit<ShownAgreement, "methods">

/** What was asked, and how chance was drawn. */
export function ofParameters({ asked, figures, project, approach, sources }: Answer): Sheet {
  const { by, clusters, method } = figures.resampling
  const said: readonly (readonly [string, string | number | null])[] = [
    ["project", project.name],
    ["approach", approach],
    ...Object.entries(asWords(asked)),
    ["resampled", by],
    ["clusters", clusters],
    ["resampling", method],
    ["sources_with_reveals", sources.length],
    ["documents", figures.documents.length],
    ["documents_left_out", figures.leftOut.length],
  ]
  return {
    name: "parameters",
    keys: 1,
    rows: said.map(([parameter, value]): Facts => ({ parameter, value })),
  }
}

export function ofOverall({ figures }: Answer, names: Names): Sheet[] {
  const { overall } = figures
  const pairs = overall.pairs.map(
    (pair): Facts => ({
      first: names.coder(pair.first),
      second: names.coder(pair.second),
      documents: pair.documents,
      units: pair.units,
      pooled_kappa: pair.pooledKappa,
      ...meanFacts("mean_kappa", pair.meanKappa),
      holsti: pair.holsti,
      any_code_observed: pair.anyCode.observed,
      any_code_cohen_kappa: pair.anyCode.cohenKappa,
      any_code_dice: pair.anyCode.dice,
      ...segmentFacts("segments", pair.segments),
      ...segmentFacts("existence", pair.existence),
      ...segmentFacts("frequency", pair.frequency),
    }),
  )
  return [
    {
      name: "overall",
      keys: 1,
      rows: [{ coders: figures.coders.map(names.coder).join(", "), ...facts(overall) }],
    },
    { name: "pairs", keys: 2, rows: pairs },
  ]
}

/** All codes at once. */
function facts({ exclusive, ...overall }: OverallAgreement): Facts {
  const { coverage, ...cuAlpha } = exclusive.cuAlpha
  return {
    characters: overall.characters,
    units: overall.units,
    set_alpha_dice: overall.setAlphaDice,
    set_alpha_jaccard: overall.setAlphaJaccard,
    pooled_alpha: overall.pooledAlpha,
    ...meanFacts("mean_alpha", overall.meanAlpha),
    any_code_alpha: overall.anyCode.krippendorffAlpha,
    u_alpha_binary: overall.anyCode.uAlphaBinary,
    u_alpha: exclusive.uAlpha,
    cu_alpha: cuAlpha,
    cu_alpha_coverage: coverage,
    overlapping_codes: exclusive.overlapCount,
  }
}

/** Lengths where both have these codes. */
export function ofConfusion({ figures }: Answer, names: Names): Sheet {
  const named = (code: string | null) => (code === null ? "" : names.code(code))
  const rows = figures.confusion.flatMap(({ first, second, cells }) =>
    cells.map(
      ({ ofFirst, ofSecond, characters }): Facts => ({
        first: names.coder(first),
        second: names.coder(second),
        code_of_first: named(ofFirst),
        code_of_second: named(ofSecond),
        characters,
      }),
    ),
  )
  return { name: "confusion", keys: 4, rows }
}

export function ofStrata({ strata }: Answer): Sheet {
  const rows = strata.map(
    ({ stratum, passages, sources, overall }): Facts => ({ stratum, passages, sources, ...facts(overall) }),
  )
  return { name: "strata", keys: 1, rows }
}

export function ofWarnings({ figures }: Answer, names: Names): Sheet {
  const rows = figures.warnings.map((warning): Facts => {
    return {
      warning: warning.kind,
      code: "code" in warning ? names.code(warning.code) : "",
      document: "document" in warning ? names.document(warning.document) : "",
      coder: "coder" in warning ? names.coder(warning.coder) : "",
      segments: "segments" in warning ? warning.segments : null,
    }
  })
  const leftOut = figures.leftOut.map(
    ({ document, because }): Facts => ({
      warning: because,
      code: "",
      document: names.document(document),
      coder: "",
      segments: null,
    }),
  )
  return { name: "warnings", keys: 4, rows: [...rows, ...leftOut] }
}
