import type { DemoTurn } from "../interview"
import times from "./groupTimes.json"
import { groupWords } from "./groupWords"

/**
 * The demo's group: heard once, written down, and waiting to be read again with what its observer noted. Its times are
 * the recording's own: after a change of words, make it again with `scripts/make-demo-recording.ts`.
 */
export const group = {
  title: "Groupe 1",
  recording: "groupe-1.ogg",
  context: {
    who: "Cinq généralistes d’un même groupe de pairs, de A à E ; F, attendue, n’est pas venue. Une animatrice (I), un observateur.",
    where: "Salle de réunion d’un des cabinets, un jeudi à vingt heures trente, autour d’une table ronde.",
    how: "Groupe d’entretien collectif, guide en sept questions, enregistré avec l’accord écrit de chacun·e. Un clap lance l’enregistrement.",
  },
  speakers: [
    { label: "I", interviewer: true },
    ...["A", "B", "C", "D", "E"].map((label) => ({ label, interviewer: false })),
  ],
  turns: groupWords
    .split("\n")
    .filter(Boolean)
    .map((line, index): DemoTurn => {
      const match = line.match(/^(\p{Lu})\s:\s(.+)$/u)
      const clip = times[index]
      if (!match || !clip) throw new SyntaxError(`not a turn that is in the recording: ${line}`)
      return { speaker: match[1]!, text: match[2]!, ...clip }
    }),
} as const
