/** What is told of one document: a row of the heat map, and its course. */
import { alphaValue, kappaValue } from "./binaryFigures"
import { type Figure, share, undefinedBecause } from "./figure"
import type { Text } from "./material"
import type { Bin, DocumentAgreement, DocumentCode } from "./result"
import { diceSetAlpha } from "./setAlpha"
import { alikeOf, heldOf } from "./sums"
import { pairsOf, type Tally } from "./tally"

export function ofDocument(
  text: Text,
  characters: Tally,
  units: Tally,
  codes: readonly string[],
  along: readonly Bin[],
): DocumentAgreement {
  const pairs = pairsOf(text.coders.length)
  return {
    document: text.document.id,
    characters: characters.length,
    units: units.length,
    coders: text.document.coders.map(({ id }) => id),
    setAlphaDice: diceSetAlpha(units),
    codes: codes
      .map((_, code) => code)
      .filter((code) => heldOf(characters, codes.length, code) > 0)
      .map((code) => codeIn(text, characters, units, pairs, codes, code)),
    along,
  }
}

function codeIn(
  text: Text,
  characters: Tally,
  units: Tally,
  pairs: readonly (readonly [number, number])[],
  names: readonly string[],
  code: number,
): DocumentCode {
  const codes = names.length
  const m = text.coders.length
  const { coders } = text.document
  const [whole, held, alike] = [m * units.length, heldOf(units, codes, code), alikeOf(units, codes, code)]
  return {
    code: names[code]!,
    segments: text.coders.map((_, coder) => characters.segments[coder * codes + code]!),
    observed: share(whole - 2 * (held - alike), whole),
    krippendorffAlpha: figureFrom(whole, alphaValue(whole, held, alike)),
    pairs: pairs.map(([g, h], pair) => {
      const both = units.both[pair * codes + code]!
      const [first, second] = [units.held[g * codes + code]!, units.held[h * codes + code]!]
      return {
        first: coders[g]!.id,
        second: coders[h]!.id,
        both,
        cohenKappa: figureFrom(units.length, kappaValue(units.length, both, first, second)),
        dice: share(2 * both, first + second, "no variation"),
      }
    }),
  }
}

function figureFrom(length: number, value: number | null): Figure {
  return value === null ? undefinedBecause(length === 0 ? "no units" : "no variation") : { value }
}
