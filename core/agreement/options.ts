/** Parameters from words on a command line: `--unit turn --codes fear,anger`. */
import type { UnitKind } from "./documents"
import type { Applies } from "./onUnits"
import { type AgreementParameters, usualParameters } from "./parameters"

export const optionsHelp = `--unit KIND          what is judged: character (usual), word, sentence, turn, passage, document
--applies RULE       when a code is applied to a unit: touch (usual), half (at least half of a span lies in it),
                     or a share of the unit from 0 to 1, such as 0.5
--codes A,B          the codes to compare (usual: all that occur)
--without A,B        codes to leave out
--children-count     a code counts what codes below it were put on ("parents" in the file says which these are)
--exclusive A,B      codes that exclude each other, for u-, cu- and (k)u-alpha (usual: all)
--overlap SHARE      two segments are the same from this share in common on (usual: ${usualParameters.leastOverlap})
--bins N             parts a text is cut into to show where coders agree (usual: ${usualParameters.bins})
--draws N            draws of the bootstrap (usual: 0, no intervals; 2000 for a report)
--seed N             where its chance begins (usual: ${usualParameters.seed})
--cluster KIND       what is drawn: auto (usual), document, passage, turn
--confidence SHARE   of intervals (usual: ${usualParameters.confidence})`

export type ReadOptions =
  | { readonly parameters: Partial<AgreementParameters>; readonly rest: readonly string[] }
  | { readonly problem: string }

type Taken = Partial<AgreementParameters>

/** What each option makes of its word; a text: what is wrong with it. */
const options: Readonly<Record<string, (word: string) => Taken | string>> = {
  "--unit": (word) =>
    oneOf<UnitKind>(word, ["character", "word", "sentence", "turn", "passage", "document"], (unit) => ({
      unit,
    })),
  "--applies": (word) => {
    const applies = appliesFrom(word)
    return applies === null ? "give touch, half, or a share such as 0.5" : { applies }
  },
  "--codes": (word) => ({ codes: word.split(",") }),
  "--without": (word) => ({ without: word.split(",") }),
  "--exclusive": (word) => ({ exclusive: word.split(",") }),
  "--overlap": (word) =>
    number(
      word,
      (value) => value > 0 && value <= 1,
      "above 0, up to 1",
      (leastOverlap) => ({ leastOverlap }),
    ),
  "--bins": (word) =>
    number(
      word,
      (value) => isCount(value) && value > 0,
      "a whole number from 1",
      (bins) => ({ bins }),
    ),
  "--draws": (word) =>
    number(
      word,
      (value) => isCount(value) && value <= 100_000,
      "a whole number up to 100000",
      (draws) => ({ draws }),
    ),
  "--seed": (word) => number(word, Number.isSafeInteger, "a whole number", (seed) => ({ seed })),
  "--cluster": (word) =>
    oneOf<AgreementParameters["cluster"]>(word, ["auto", "document", "passage", "turn"], (cluster) => ({
      cluster,
    })),
  "--confidence": (word) =>
    number(
      word,
      (value) => value > 0 && value < 1,
      "between 0 and 1",
      (confidence) => ({ confidence }),
    ),
}

export function readOptions(words: readonly string[]): ReadOptions {
  let parameters: Taken = {}
  const rest: string[] = []
  for (let at = 0; at < words.length; at++) {
    const [name, joined] = splitAt(words[at]!)
    if (name === "--children-count") {
      parameters = { ...parameters, childrenCount: true }
      continue
    }
    if (!name.startsWith("--")) {
      rest.push(words[at]!)
      continue
    }
    const option = options[name]
    if (option === undefined) return { problem: `There is no option ${name}: see --help.` }
    const word = joined ?? words[++at]
    if (word === undefined) return { problem: `${name} needs a value: see --help.` }
    const taken = option(word)
    if (typeof taken === "string") return { problem: `${name} ${word}: ${taken}.` }
    parameters = { ...parameters, ...taken }
  }
  return { parameters, rest }
}

/** `--name=value`, or the name alone. */
function splitAt(word: string): [string, string | null] {
  const at = word.startsWith("--") ? word.indexOf("=") : -1
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)]
}

function appliesFrom(word: string): Applies | null {
  if (word === "touch") return { by: "one character" }
  if (word === "half") return { by: "half of the span" }
  const share = Number(word)
  return word !== "" && share > 0 && share <= 1 ? { by: "share of the unit", share } : null
}

function oneOf<Word extends string>(
  word: string,
  of: readonly Word[],
  taken: (word: Word) => Taken,
): Taken | string {
  const found = of.find((each) => each === word)
  return found === undefined ? `give one of ${of.join(", ")}` : taken(found)
}

function number(
  word: string,
  fits: (value: number) => boolean,
  wanted: string,
  taken: (value: number) => Taken,
): Taken | string {
  const value = Number(word)
  return word.trim() !== "" && fits(value) ? taken(value) : `give ${wanted}`
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0
