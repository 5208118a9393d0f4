/** The paragraph for a methods section: what was compared, how, and what came out, with the numbers that are shown. */
import type { ShownAgreement } from "../../core/agreement/project/answer"
import type { PlainEstimate } from "../../core/agreement/result"
import type { Language } from "../exports/words"
import { type MethodsWords, methodsWords } from "./methodsWords"

export type Told = Omit<ShownAgreement, "methods">

export function methodsOf(answer: Told, language: Language): string {
  const words = methodsWords[language]
  const { figures, asked, documents } = answer
  const compared = documents.filter(({ id }) => figures.documents.some(({ document }) => document === id))
  if (compared.length === 0) return words.nothing
  const passages = compared.reduce((sum, document) => sum + document.passages.length, 0)
  const sources = new Set(compared.map(({ source }) => source)).size
  return [
    words.compared({
      sources,
      passages,
      coders: figures.coders.length,
      codes: figures.codes.length,
      of: answer.sources.reduce((sum, source) => sum + source.passages, 0),
    }),
    words.variant[asked.variant],
    words.stratum[asked.stratum],
    words.unit(asked.unit, figures.overall.units),
    ...(asked.parents ? [words.parents] : []),
    ...figuresIn(answer, words),
    intervals(answer, words),
    words.program,
  ].join(" ")
}

function figuresIn({ figures, asked }: Told, words: MethodsWords): string[] {
  const { overall } = figures
  const estimate = (figure: PlainEstimate) => {
    if (figure.value === null) return words.undefined(figure.reason)
    const { low, high } = figure.interval
    return `${words.number(figure.value)}${low === null ? "" : ` ${words.interval(asked.confidence, low, high)}`}`
  }
  const [pair] = overall.pairs
  const alphas = figures.codes.flatMap(({ all }) => all.krippendorffAlpha.value ?? [])
  return [
    words.setAlpha(estimate(overall.setAlphaDice)),
    words.pooledAlpha(estimate(overall.pooledAlpha)),
    ...(pair && overall.pairs.length === 1
      ? [words.pooledKappa(estimate(pair.pooledKappa), pair.anyCode.observed)]
      : []),
    ...(alphas.length > 0
      ? [
          words.byCode({
            low: Math.min(...alphas),
            high: Math.max(...alphas),
            defined: alphas.length,
            of: figures.codes.length,
          }),
        ]
      : []),
  ]
}

function intervals({ figures }: Told, words: MethodsWords): string {
  const { by, clusters, draws, seed, confidence } = figures.resampling
  return by === null ? words.noIntervals : words.intervals({ by, clusters, draws, seed, confidence })
}
