import type { Side } from "../../../core/model"
import type { Verdict } from "../../../core/reading"

/** A disagreement, named by the keys of its codings; one key where it was coded by one alone. */
export type DemoDisagreement = readonly string[]

type Voice = Side | "supervisor"

/** What was done about the demo's disagreements. A step happens after those that stand before it. */
export type DemoStep = { readonly about: DemoDisagreement } & (
  | { readonly did: "listen"; readonly by: readonly Side[]; readonly together: boolean }
  | { readonly did: "propose"; readonly by: Side; readonly verdict: Verdict; readonly reason: string }
  | { readonly did: "accept"; readonly by: Side }
  | { readonly did: "refer"; readonly by: Side; readonly reason: string }
  | { readonly did: "rule"; readonly by: Voice; readonly verdict: Verdict; readonly reason: string }
)

const inherited = ["a2", "b3"]
const door = ["a14", "b13"]
const staying = ["a15", "b14"]
const endingWell = ["a17", "b17"]
const phrase = ["a19", "b18"]
const decision = ["a24", "b24"]
const button = ["b2"]

export const steps: readonly DemoStep[] = [
  { about: inherited, did: "listen", by: ["a", "b"], together: true },
  {
    about: inherited,
    did: "propose",
    by: "a",
    verdict: { kind: "reading", of: "a" },
    reason:
      "À l’écoute, tout porte sur l’origine : qui a commencé, on ne sait plus. L’inertie vient après, quand il renouvelle.",
  },
  { about: inherited, did: "accept", by: "b" },

  {
    about: button,
    did: "propose",
    by: "b",
    verdict: { kind: "reading", of: "b" },
    reason: "Le bouton renouvelle à sa place : c’est le code même.",
  },
  { about: button, did: "accept", by: "a" },

  { about: endingWell, did: "listen", by: ["a", "b"], together: true },
  {
    about: endingWell,
    did: "refer",
    by: "a",
    reason:
      "J’entends la crainte de la contrarier, Ben entend un renouvellement sans décision. Réécouté deux fois.",
  },
  {
    about: endingWell,
    did: "rule",
    by: "supervisor",
    verdict: { kind: "reading", of: "b" },
    reason:
      "Il ne dit pas encore qu’il craint de la perdre : il le dira plus loin, avec le confrère à trois rues. Ici, renouveler est simplement ce qui finit bien.",
  },

  { about: door, did: "listen", by: ["b"], together: false },
  {
    about: door,
    did: "propose",
    by: "b",
    verdict: { kind: "both" },
    reason:
      "Voir sans dire, c’est ce qu’il fait ; la porte, c’est pourquoi il le fait. En réécoutant, il ralentit sur « cette porte-là » : je garderais les deux.",
  },

  { about: staying, did: "listen", by: ["a", "b"], together: true },
  {
    about: staying,
    did: "refer",
    by: "b",
    reason:
      "« Il faut que je reste » : pour moi c’est la durée, pour Ana c’est la peur de ce qui va sortir. La voix ne tranche pas.",
  },

  { about: phrase, did: "listen", by: ["b"], together: false },
  { about: decision, did: "listen", by: ["a", "b"], together: true },
]

/** Codings of revealed text, made later by one coder; `assent` is the other's, or not yet given. */
export const laterReadings = [
  {
    key: "r1",
    by: "a",
    code: "famille",
    turn: 29,
    quote: "Dans celle des familles non plus.",
    memo: "La famille entre ici sans que personne l’ait demandée.",
    assent: "b",
  },
  {
    key: "r2",
    by: "b",
    code: "fatigue-du-soir",
    turn: 19,
    quote: "Au silence, je crois. Au fait que ça se passe bien.",
    memo: "Suite directe de « le soir, je cède » : je ne l’avais pas relié en première lecture.",
    assent: null,
  },
] as const
