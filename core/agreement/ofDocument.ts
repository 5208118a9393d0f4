/** What is told of one document: a row of the heat map, and its course. */
import { alphaOfSums } from "./binaryFigures"
import { defined, share } from "./figure"
import type { Text } from "./material"
import { isUsedIn, kappaIn } from "./ofCode"
import type { Bin, DocumentAgreement, DocumentCode } from "./result"
import { diceSetAlpha } from "./setAlpha"
import { alikeOf, heldOf, placeOf } from "./sums"
import { pairsOf, type Tally } from "./tally"

export function ofDocument(
  text: Text,
  characters: Tally,
  units: Tally,
  codes: readonly string[],
  along: readonly Bin[],
): DocumentAgreement {
  return {
    document: text.document.id,
    characters: characters.length,
    units: units.length,
    coders: text.document.coders.map(({ id }) => id),
    setAlphaDice: diceSetAlpha(units),
    codes: codes.flatMap((name, code) =>
      isUsedIn(characters, code, codes.length)
        ? [codeIn(text, characters, units, codes.length, name, code)]
        : [],
    ),
    along,
  }
}

function codeIn(
  text: Text,
  characters: Tally,
  units: Tally,
  codes: number,
  name: string,
  code: number,
): DocumentCode {
  const m = text.coders.length
  const [held, alike] = [heldOf(units, codes, code), alikeOf(units, codes, code)]
  const name_ = (coder: number) => text.document.coders[coder]!.id
  return {
    code: name,
    segments: text.coders.map((_, coder) => characters.segments[coder * codes + code]!),
    observed: share(m * units.length - 2 * (held - alike), m * units.length),
    krippendorffAlpha: plain(alphaOfSums(m * units.length, held, alike)),
    pairs: pairsOf(m).map(([g, h]) => {
      const pair = [text.coders[g]!, text.coders[h]!] as const
      const at = placeOf(units, pair)!
      const both = units.both[at.pair * codes + code]!
      const decisions = units.held[at.first * codes + code]! + units.held[at.second * codes + code]!
      return {
        first: name_(g),
        second: name_(h),
        both,
        cohenKappa: kappaIn(units, code, codes, pair)!,
        dice: share(2 * both, decisions, "no variation"),
      }
    }),
  }
}

const plain = (figure: ReturnType<typeof alphaOfSums>) =>
  figure.value === null ? { value: null, reason: figure.reason } : defined(figure.value)
