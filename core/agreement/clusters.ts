/** What resampling draws: tallies of each cluster, by characters and by units, and the columns of sums over them. */

import { onlyCodes } from "./exclusive"
import { clustersOf, type Material } from "./material"
import type { AgreementParameters } from "./parameters"
import { type Column, columnOf, type Draws, drawClusters, sumsOf } from "./resampling"
import { type Tally, tallyOf } from "./tally"
import { addContinuum, noUnitizing, type UnitizingSums } from "./unitizing"

export interface Clusters {
  readonly draws: Draws
  readonly characters: readonly Tally[]
  readonly units: readonly Tally[]
  /** Of codes that exclude each other; null where they do not. */
  readonly unitizing: readonly UnitizingSums[] | null
  readonly confidence: number
}

/** Tallies of whole texts, which are those of the clusters where documents are drawn. */
export interface WholeTallies {
  readonly characters: readonly Tally[]
  readonly units: readonly Tally[]
}

export function clustersFrom(
  { texts, codes }: Material,
  whole: WholeTallies,
  exclusive: readonly number[] | null,
  { draws, seed, confidence, unit }: AgreementParameters,
): Clusters {
  const isWhole = texts.every(({ starts }) => starts.characters.length === 1)
  const cut = (of: "characters" | "units") =>
    isWhole
      ? whole[of]
      : texts.flatMap((text) =>
          clustersOf(text, of, codes.length).map((part) => tallyOf(part, codes.length, text.coders)),
        )
  const characters = cut("characters")
  return {
    draws: drawClusters(characters.length, draws, seed),
    characters,
    units: unit === "character" ? characters : cut("units"),
    unitizing:
      exclusive &&
      texts.flatMap((text) =>
        clustersOf(text, "characters", codes.length).map((part) => {
          const sums = noUnitizing(exclusive.length)
          addContinuum(sums, onlyCodes(part, exclusive))
          return sums
        }),
      ),
    confidence,
  }
}

/** The sums of a number over the clusters, one a draw. */
export function drawn<Each>(
  draws: Draws,
  clusters: readonly Each[],
  number: (each: Each) => number,
): Float64Array {
  return sumsOf(draws, columnFor(clusters, number))
}

const columnFor = <Each>(clusters: readonly Each[], number: (each: Each) => number): Column =>
  columnOf(clusters.length, (at) => number(clusters[at]!))
