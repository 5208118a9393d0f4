import type { TurnRange } from "../../../core/passage"
import times from "./times.json"
import { words } from "./words"

/** One turn of the demo's interview, with the place of its words in `entretien-m7.ogg`. */
export interface DemoTurn {
  readonly speaker: string
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

const blocks = words
  .trim()
  .split("\n\n")
  .map((block) => block.split("\n").map(parseLine))

/**
 * The demo's interview. Its times are the recording's own: after a change of words, make the recording again with
 * `scripts/make-demo-recording.ts`.
 */
export const interview = {
  title: "Entretien M7",
  context: {
    who: "M7, 52 ans, médecin généraliste, installé depuis seize ans dans un cabinet de trois médecins. Entretien mené par une interne de médecine générale, qui ne l’avait jamais rencontré.",
    where:
      "Dans son bureau, porte fermée, après la dernière consultation du matin. Le téléphone du secrétariat sonne deux fois derrière la cloison.",
    how: "Entretien individuel semi-dirigé, enregistré avec son accord écrit, guide en cinq questions. Retranscrit en entier, remarques non verbales entre parenthèses, lettres à la place des noms.",
  },
  speakers: [
    { label: "Int.", interviewer: true },
    { label: "M7", interviewer: false },
  ],
  turns: blocks.flat().map((turn, index): DemoTurn => {
    const clip = times[index]
    if (!clip) throw new RangeError(`turn ${index} is not in the recording`)
    return { ...turn, ...clip }
  }),
} as const

/** The passages, in the order of the text. */
export const passages = blocks.map((block, index): TurnRange => {
  const fromTurn = blocks.slice(0, index).flat().length
  return { fromTurn, toTurn: fromTurn + block.length }
})

function parseLine(line: string): { speaker: string; text: string } {
  const match = line.match(/^(Int\.|M7)\s:\s(.+)$/u)
  if (!match) throw new SyntaxError(`not a turn: ${line}`)
  return { speaker: match[1]!, text: match[2]! }
}
