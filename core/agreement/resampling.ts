/**
 * The cluster bootstrap (Efron 1979): as many clusters as there are, drawn with replacement, again and again. A statistic
 * of sums needs no more than how often each cluster was drawn, so a draw costs one multiplication a cluster and sum.
 */
import type { Figure } from "./figure"
import { type Interval, noInterval, percentileInterval } from "./interval"
import { createRandom } from "./random"

export interface Draws {
  readonly clusters: number
  readonly draws: number
  /** How often each cluster was drawn, draw after draw. */
  readonly times: Uint16Array
}

export function drawClusters(clusters: number, draws: number, seed: number): Draws {
  const random = createRandom(seed)
  const times = new Uint16Array(clusters * draws)
  for (let draw = 0; draw < draws; draw++) {
    const from = draw * clusters
    for (let each = 0; each < clusters; each++) times[from + random(clusters)]!++
  }
  return { clusters, draws, times }
}

/** A sum over clusters, kept for the clusters where it is not 0. */
export interface Column {
  readonly at: Int32Array
  readonly values: Float64Array
}

export function columnOf(clusters: number, value: (cluster: number) => number): Column {
  const at = new Int32Array(clusters)
  const values = new Float64Array(clusters)
  let kept = 0
  for (let cluster = 0; cluster < clusters; cluster++) {
    const each = value(cluster)
    if (each === 0) continue
    at[kept] = cluster
    values[kept++] = each
  }
  return { at: at.subarray(0, kept), values: values.subarray(0, kept) }
}

/** The sum, once for each draw. */
export function sumsOf({ clusters, draws, times }: Draws, { at, values }: Column): Float64Array {
  const sums = new Float64Array(draws)
  const kept = at.length
  let draw = 0
  // Four draws at a time: four sums that need not wait for each other, half the time.
  for (; draw + 4 <= draws; draw += 4) {
    const first = draw * clusters
    const second = first + clusters
    const third = second + clusters
    const fourth = third + clusters
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let each = 0; each < kept; each++) {
      const cluster = at[each]!
      const value = values[each]!
      a += times[first + cluster]! * value
      b += times[second + cluster]! * value
      c += times[third + cluster]! * value
      d += times[fourth + cluster]! * value
    }
    sums[draw] = a
    sums[draw + 1] = b
    sums[draw + 2] = c
    sums[draw + 3] = d
  }
  for (; draw < draws; draw++)
    for (let each = 0; each < kept; each++) sums[draw]! += times[draw * clusters + at[each]!]! * values[each]!
  return sums
}

/** The interval of what a figure comes to in each draw; null: it has none there. */
export function intervalOver(
  draws: Draws,
  confidence: number,
  figure: (draw: number) => number | null,
): Interval {
  const values = new Float64Array(draws.draws)
  let kept = 0
  for (let draw = 0; draw < draws.draws; draw++) {
    const value = figure(draw)
    if (value !== null) values[kept++] = value
  }
  return percentileInterval(values.subarray(0, kept), draws.draws, confidence)
}

/** Any statistic of single units, each drawn as often as `times` says: slower, for those that are no function of sums. */
export function resampled(
  units: number,
  { draws, seed, confidence }: { readonly draws: number; readonly seed: number; readonly confidence: number },
  figure: (times: Uint16Array) => Figure,
): Interval {
  if (units < 2) return noInterval("one cluster")
  const drawn = drawClusters(units, draws, seed)
  return intervalOver(
    drawn,
    confidence,
    (draw) => figure(drawn.times.subarray(draw * units, (draw + 1) * units)).value,
  )
}
