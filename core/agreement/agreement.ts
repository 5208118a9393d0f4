/**
 * Everything that is told of agreement between coders who chose freely what to code: documents and parameters in, plain
 * values out. No chance but the seed's: the same documents and parameters give the same answer anywhere.
 */
import { clustersFrom } from "./clusters"
import { codesOf } from "./codes"
import { type Counted, count } from "./count"
import type { CodedDocument } from "./documents"
import { noInterval } from "./interval"
import { type Intervals, intervalsOf, noIntervals } from "./intervals"
import { materialOf } from "./material"
import { ofDocument } from "./ofDocument"
import { overallOf } from "./overall"
import { type AgreementParameters, usualParameters } from "./parameters"
import type { Agreement } from "./result"
import { warningsOf } from "./warnings"

/**
 * Parameters that are not given are the usual ones (`usualParameters`). Throws a RangeError, whose message says what to
 * do, where a document lacks the units that were asked for.
 */
export function agreementOf(
  documents: readonly CodedDocument[],
  asked: Partial<AgreementParameters> = {},
): Agreement {
  const parameters = { ...usualParameters, ...asked }
  const material = materialOf(documents, parameters)
  const counted = count(material, parameters)
  const { intervals, clusters } = intervalsFor(counted, parameters)
  const { draws, seed, confidence } = parameters
  return {
    parameters: { ...parameters, codes: material.codes },
    resampling: {
      by: draws > 0 && clusters > 1 ? material.clusteredBy : null,
      clusters,
      draws,
      seed,
      confidence,
      method: "cluster bootstrap, percentiles (type 7), xorshift128",
    },
    coders: material.coders,
    overall: overallOf(counted, intervals),
    codes: codesOf(counted, intervals, parameters),
    documents: material.texts.map((text, at) =>
      ofDocument(text, counted.characters[at]!, counted.units[at]!, material.codes, counted.along[at]!),
    ),
    leftOut: material.leftOut,
    confusion: counted.confusion,
    warnings: warningsOf(material, counted.characters),
  }
}

function intervalsFor(
  counted: Counted,
  parameters: AgreementParameters,
): { readonly intervals: Intervals; readonly clusters: number } {
  const { material, pairs, exclusive } = counted
  const codes = material.codes.length
  const clusters = material.texts.reduce((sum, { starts }) => sum + starts.characters.length, 0)
  const none = (why: "not asked" | "one cluster") => noIntervals(noInterval(why), codes, pairs.length)
  if (parameters.draws === 0) return { intervals: none("not asked"), clusters }
  if (clusters < 2) return { intervals: none("one cluster"), clusters }
  const chosen = exclusive.sums === null ? null : exclusive.codes
  return {
    intervals: intervalsOf(clustersFrom(material, counted, chosen, parameters), codes, pairs),
    clusters,
  }
}
