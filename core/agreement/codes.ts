/** What is told of each code. */
import type { Counted } from "./count"
import type { Intervals } from "./intervals"
import { kuOf, ofAllCoders, ofPairOfCoders, withInterval } from "./ofCode"
import type { AgreementParameters } from "./parameters"
import type { CodeAgreement, CodeUse, PairAgreement } from "./result"
import { type PlaceOfPair, placeOf } from "./sums"

export function codesOf(
  counted: Counted,
  intervals: Intervals,
  parameters: AgreementParameters,
): CodeAgreement[] {
  const places = counted.pairs.map((pair) => counted.units.map((tally) => placeOf(tally, pair)))
  return counted.material.codes.map((name, code) => {
    const pairs = counted.pairs.map((_, pair) =>
      pairOf(counted, intervals, parameters, code, pair, places[pair]!),
    )
    const { sums, units, material, exclusive } = counted
    const kappas = pairs.map(({ cohenKappa }) => cohenKappa)
    return {
      code: name,
      byCoder: material.coders.map((_, coder) => useOf(counted, code, coder)),
      all: {
        ...ofAllCoders(
          code,
          units,
          sums.units,
          sums.characters,
          material.coders.length,
          kappas,
          intervals.codes[code]!,
        ),
        kuAlpha: kuOf(exclusive.sums, exclusive.codes.indexOf(code)),
      },
      pairs,
    }
  })
}

function pairOf(
  { material, pairs, units, pairSums, words, segments }: Counted,
  intervals: Intervals,
  { unit, confidence }: AgreementParameters,
  code: number,
  pair: number,
  places: readonly PlaceOfPair[],
): PairAgreement {
  const [first, second] = pairs[pair]!
  const figures = ofPairOfCoders(code, pairSums.units[pair]!, units, places, unit !== "character", confidence)
  return {
    ...figures,
    first: material.coders[first]!,
    second: material.coders[second]!,
    inCommon: {
      characters: pairSums.characters[pair]!.both[code]!,
      words: words === null ? null : words[pair]!.both[code]!,
    },
    cohenKappa: withInterval(figures.cohenKappa, intervals.pairs[pair]!.cohenKappa[code]!),
    dice: withInterval(figures.dice, intervals.pairs[pair]!.dice[code]!),
    segments: segments.byCode[pair]![code]!,
  }
}

function useOf({ material, characters, units }: Counted, code: number, coder: number): CodeUse {
  const use = { segments: 0, characters: 0, units: 0, documents: 0 }
  for (const [text, tally] of characters.entries()) {
    const at = tally.coders.indexOf(coder)
    if (at < 0) continue
    const slot = at * material.codes.length + code
    use.segments += tally.segments[slot]!
    use.characters += tally.held[slot]!
    use.units += units[text]!.held[slot]!
    if (tally.segments[slot]! > 0) use.documents++
  }
  return { coder: material.coders[coder]!, ...use }
}
