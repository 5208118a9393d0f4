import type { ShownAgreement } from "./answer"
import type { Names } from "./labels"
import { type Facts, meanFacts, type Sheet, segmentFacts } from "./tables"
import type { UnmatchedWords } from "./unmatched"

type Answer = Omit<ShownAgreement, "methods">

/** All coders together, code by code; and who used each how much. */
export function ofCodes({ figures }: Answer, names: Names): Sheet[] {
  const codes = figures.codes.map(
    ({ code, byCoder, all }): Facts => ({
      code: names.code(code),
      segments: byCoder.reduce((sum, { segments }) => sum + segments, 0),
      units: all.units,
      observed: all.observed,
      krippendorff_alpha: all.krippendorffAlpha,
      fleiss_kappa: all.fleissKappa,
      conger_kappa: all.congerKappa,
      light_kappa: all.lightKappa,
      brennan_prediger: all.brennanPrediger,
      gwet_ac1: all.gwetAc1,
      u_alpha: all.uAlpha,
      ku_alpha: withoutCoverage(all.kuAlpha),
      ku_alpha_coverage: all.kuAlpha.coverage,
      code_id: code,
    }),
  )
  const use = figures.codes.flatMap(({ code, byCoder }) =>
    byCoder.map(
      ({ coder, segments, characters, units, documents }): Facts => ({
        code: names.code(code),
        coder: names.coder(coder),
        segments,
        characters,
        units,
        documents,
      }),
    ),
  )
  return [
    { name: "codes", keys: 1, rows: codes },
    { name: "use", keys: 2, rows: use },
  ]
}

const withoutCoverage = ({ coverage: _, ...figure }: Answer["figures"]["codes"][number]["all"]["kuAlpha"]) =>
  figure

/** Two coders, one code. */
export function ofPairs({ figures }: Answer, names: Names): Sheet {
  const rows = figures.codes.flatMap(({ code, pairs }) =>
    pairs.map(
      (pair): Facts => ({
        code: names.code(code),
        first: names.coder(pair.first),
        second: names.coder(pair.second),
        both: pair.table.both,
        first_only: pair.table.first,
        second_only: pair.table.second,
        neither: pair.table.neither,
        characters_in_common: pair.inCommon.characters,
        words_in_common: pair.inCommon.words,
        observed: pair.observed,
        cohen_kappa: pair.cohenKappa,
        cohen_kappa_max: pair.cohenKappaMax,
        standard_error: pair.error.standardError,
        standard_error_of_none: pair.error.standardErrorOfNone,
        z: pair.error.z,
        scott_pi: pair.scottPi,
        bennett_s: pair.bennettS,
        gwet_ac1: pair.gwetAc1,
        krippendorff_alpha: pair.krippendorffAlpha,
        dice: pair.dice,
        jaccard: pair.jaccard,
        prevalence_index: pair.prevalenceIndex,
        bias_index: pair.biasIndex,
        ...segmentFacts("segments", pair.segments),
        ...meanFacts("mean_kappa", pair.macro.plain),
        ...meanFacts("mean_kappa_by_length", pair.macro.byLength),
        code_id: code,
      }),
    ),
  )
  return { name: "code-pairs", keys: 3, rows }
}

/** Document by document; its codes; and along its text. */
export function ofDocuments({ figures, documents }: Answer, names: Names): Sheet[] {
  const passagesOf = new Map(documents.map(({ id, passages }) => [id, passages.length]))
  const rows = figures.documents.map(
    (each): Facts => ({
      document: names.document(each.document),
      coders: each.coders.map(names.coder).join(", "),
      passages: passagesOf.get(each.document) ?? null,
      characters: each.characters,
      units: each.units,
      set_alpha_dice: each.setAlphaDice,
      document_id: each.document,
    }),
  )
  const codes = figures.documents.flatMap(({ document, codes, coders }) =>
    codes.flatMap(({ code, segments, observed, krippendorffAlpha, pairs }) =>
      pairs.map(
        (pair): Facts => ({
          document: names.document(document),
          code: names.code(code),
          first: names.coder(pair.first),
          second: names.coder(pair.second),
          first_segments: segments[coders.indexOf(pair.first)] ?? null,
          second_segments: segments[coders.indexOf(pair.second)] ?? null,
          both: pair.both,
          observed,
          krippendorff_alpha: krippendorffAlpha,
          cohen_kappa: pair.cohenKappa,
          dice: pair.dice,
        }),
      ),
    ),
  )
  const along = figures.documents.flatMap(({ document, along }) =>
    along.map(
      ({ start, end, agreement, coded }): Facts => ({
        document: names.document(document),
        start,
        end,
        agreement,
        coded,
      }),
    ),
  )
  return [
    { name: "documents", keys: 1, rows },
    { name: "document-codes", keys: 4, rows: codes },
    { name: "along", keys: 3, rows: along },
  ]
}

/** Segments not found again, with their words; passages and words counted from 1. */
export function ofUnmatched(unmatched: readonly UnmatchedWords[], names: Names): Sheet {
  const rows = unmatched.map(
    (each): Facts => ({
      document: names.document(each.document),
      passage: each.index + 1,
      from_word: each.words.from + 1,
      to_word: each.words.to,
      code: names.code(each.code),
      coder: names.coder(each.coder),
      not_found_by: names.coder(each.other),
      best_overlap: each.overlap,
      words: each.quote,
      code_id: each.code,
    }),
  )
  return { name: "unmatched", keys: 4, rows }
}
