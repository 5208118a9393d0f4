/**
 * Intervals of every figure that has one. Each figure is a formula of sums over clusters; here the formula is asked once a
 * draw, of the sums of that draw. Not asked for: no draws, no cost.
 */
import { alphaValue, kappaValue } from "./binaryFigures"
import { type Clusters, drawn } from "./clusters"
import { type Interval, noInterval } from "./interval"
import { intervalOver } from "./resampling"
import { diceSetAlpha } from "./setAlpha"
import type { SetsOfSize } from "./setLengths"
import { alikeOf, heldOf, placeOf } from "./sums"
import type { Tally } from "./tally"
import { binaryUAlpha, cuAlpha, noUnitizing, type UnitizingSums, uAlpha } from "./unitizing"

export interface CodeIntervals {
  readonly krippendorffAlpha: Interval
  readonly uAlpha: Interval
}
export interface PairIntervals {
  readonly cohenKappa: readonly Interval[]
  readonly dice: readonly Interval[]
  readonly pooledKappa: Interval
}
export interface Intervals {
  readonly codes: readonly CodeIntervals[]
  readonly pairs: readonly PairIntervals[]
  readonly pooledAlpha: Interval
  readonly setAlphaDice: Interval
  readonly uAlphaBinary: Interval
  readonly exclusive: { readonly uAlpha: Interval; readonly cuAlpha: Interval }
}

export function intervalsOf(
  clusters: Clusters,
  codes: number,
  pairs: readonly (readonly [number, number])[],
): Intervals {
  return {
    ...alphas(clusters, codes),
    pairs: pairs.map((pair) => ofPair(clusters, codes, pair)),
    setAlphaDice: ofSets(clusters, codes),
    uAlphaBinary: ofAnyCode(clusters),
    exclusive: ofExclusive(clusters),
  }
}

/** The same for all, where nothing is drawn. */
export function noIntervals(why: Interval, codes: number, pairs: number): Intervals {
  const each = <Value>(count: number, value: Value) => new Array<Value>(count).fill(value)
  return {
    codes: each(codes, { krippendorffAlpha: why, uAlpha: why }),
    pairs: each(pairs, { cohenKappa: each(codes, why), dice: each(codes, why), pooledKappa: why }),
    pooledAlpha: why,
    setAlphaDice: why,
    uAlphaBinary: why,
    exclusive: { uAlpha: why, cuAlpha: why },
  }
}

const wholeOf = ({ coders, length }: Tally) => coders.length * length

function alphas({ draws, characters, units, confidence }: Clusters, codes: number) {
  const whole = drawn(draws, units, wholeOf)
  const wholeText = units === characters ? whole : drawn(draws, characters, wholeOf)
  const pooled = { seen: new Float64Array(draws.draws), expected: new Float64Array(draws.draws) }
  const figures = Array.from({ length: codes }, (_, code): CodeIntervals => {
    const held = drawn(draws, units, (tally) => heldOf(tally, codes, code))
    const alike = drawn(draws, units, (tally) => alikeOf(tally, codes, code))
    const isText = units === characters
    const heldText = isText ? held : drawn(draws, characters, (tally) => heldOf(tally, codes, code))
    const alikeText = isText ? alike : drawn(draws, characters, (tally) => alikeOf(tally, codes, code))
    const squares = drawn(draws, characters, (tally) => tally.squares[code]!)
    for (let draw = 0; draw < draws.draws; draw++) {
      pooled.seen[draw]! += held[draw]! - alike[draw]!
      pooled.expected[draw]! += held[draw]! * (whole[draw]! - held[draw]!)
    }
    return {
      krippendorffAlpha: intervalOver(draws, confidence, (at) =>
        alphaValue(whole[at]!, held[at]!, alike[at]!),
      ),
      uAlpha: intervalOver(
        draws,
        confidence,
        (at) => binaryUAlpha(wholeText[at]!, heldText[at]!, alikeText[at]!, squares[at]!).value,
      ),
    }
  })
  const pooledAlpha = intervalOver(draws, confidence, (at) =>
    pooled.expected[at] === 0 ? null : 1 - ((whole[at]! - 1) * pooled.seen[at]!) / pooled.expected[at]!,
  )
  return { codes: figures, pooledAlpha }
}

function ofPair(
  { draws, units, confidence }: Clusters,
  codes: number,
  pair: readonly [number, number],
): PairIntervals {
  const places = units.map((tally) => placeOf(tally, pair))
  const at = units.map((_, cluster) => cluster)
  const sumOf = (number: (tally: Tally, place: NonNullable<ReturnType<typeof placeOf>>) => number) =>
    drawn(draws, at, (cluster) => (places[cluster] ? number(units[cluster]!, places[cluster]) : 0))
  const length = sumOf((tally) => tally.length)
  const pooled = { seen: new Float64Array(draws.draws), expected: new Float64Array(draws.draws) }
  const cohenKappa: Interval[] = []
  const dice: Interval[] = []
  for (let code = 0; code < codes; code++) {
    const both = sumOf((tally, place) => tally.both[place.pair * codes + code]!)
    const first = sumOf((tally, place) => tally.held[place.first * codes + code]!)
    const second = sumOf((tally, place) => tally.held[place.second * codes + code]!)
    for (let draw = 0; draw < draws.draws; draw++) {
      const [n, f, s] = [length[draw]!, first[draw]!, second[draw]!]
      if (n === 0) continue
      pooled.seen[draw]! += (f + s - 2 * both[draw]!) / n
      pooled.expected[draw]! += (f * (n - s) + s * (n - f)) / (n * n)
    }
    cohenKappa.push(
      intervalOver(draws, confidence, (at) => kappaValue(length[at]!, both[at]!, first[at]!, second[at]!)),
    )
    dice.push(
      intervalOver(draws, confidence, (at) => {
        const decisions = first[at]! + second[at]!
        return decisions === 0 ? null : (2 * both[at]!) / decisions
      }),
    )
  }
  const pooledKappa = intervalOver(draws, confidence, (at) =>
    pooled.expected[at] === 0 ? null : 1 - pooled.seen[at]! / pooled.expected[at]!,
  )
  return { cohenKappa, dice, pooledKappa }
}

function ofSets({ draws, units, confidence }: Clusters, codes: number): Interval {
  const apart = drawn(draws, units, (tally) => tally.diceApart)
  const sizes = Math.max(0, ...units.map(({ bySize }) => bySize.length))
  const lengths = Array.from({ length: sizes }, (_, size) =>
    drawn(draws, units, ({ bySize }) => bySize[size]?.length ?? 0),
  )
  const withCode = Array.from({ length: sizes }, (_, size) =>
    Array.from({ length: codes }, (_, code) =>
      drawn(draws, units, ({ bySize }) => bySize[size]?.withCode[code] ?? 0),
    ),
  )
  const bySize: SetsOfSize[] = lengths.map(() => ({ length: 0, withCode: new Float64Array(codes) }))
  return intervalOver(draws, confidence, (at) => {
    for (const [size, into] of bySize.entries()) {
      into.length = lengths[size]![at]!
      for (let code = 0; code < codes; code++) into.withCode[code] = withCode[size]![code]![at]!
    }
    return diceSetAlpha({ bySize, diceApart: apart[at]! }).value
  })
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

function ofAnyCode({ draws, characters, confidence }: Clusters): Interval {
  const whole = drawn(draws, characters, wholeOf)
  const held = drawn(draws, characters, ({ any }) => sum(any.held))
  const alike = drawn(draws, characters, ({ any, coders }) => (2 * sum(any.both)) / (coders.length - 1))
  const squares = drawn(draws, characters, ({ any }) => any.squares)
  return intervalOver(
    draws,
    confidence,
    (at) => binaryUAlpha(whole[at]!, held[at]!, alike[at]!, squares[at]!).value,
  )
}

function ofExclusive({ draws, unitizing, confidence }: Clusters): Intervals["exclusive"] {
  if (unitizing === null) return { uAlpha: noInterval("no figure"), cuAlpha: noInterval("no figure") }
  const codes = unitizing[0]!.held.length
  const per = (column: "held" | "alike" | "squares" | "alone" | "meeting") =>
    Array.from({ length: codes }, (_, code) => drawn(draws, unitizing, (sums) => sums[column][code]!))
  const columns = {
    held: per("held"),
    alike: per("alike"),
    squares: per("squares"),
    alone: per("alone"),
    meeting: per("meeting"),
  }
  const whole = drawn(draws, unitizing, (sums) => sums.whole)
  const gaps = drawn(draws, unitizing, (sums) => sums.gaps)
  const gapsAlike = drawn(draws, unitizing, (sums) => sums.gapsAlike)
  const sums = noUnitizing(codes)
  const at = (draw: number): UnitizingSums => {
    sums.whole = whole[draw]!
    sums.gaps = gaps[draw]!
    sums.gapsAlike = gapsAlike[draw]!
    for (const name of ["held", "alike", "squares", "alone", "meeting"] as const)
      for (let code = 0; code < codes; code++) sums[name][code] = columns[name][code]![draw]!
    return sums
  }
  return {
    uAlpha: intervalOver(draws, confidence, (draw) => uAlpha(at(draw)).value),
    cuAlpha: intervalOver(draws, confidence, (draw) => cuAlpha(at(draw)).value),
  }
}
