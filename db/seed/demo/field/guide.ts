/** The demo's interview guide, version by version. Questions and prompts keep their keys however they are worded. */
export interface DemoQuestion {
  readonly key: string
  readonly text: string
  readonly prompts: readonly (readonly [key: string, text: string])[]
  readonly idea?: string
  /** Whether the idea comes from the first interview. */
  readonly fromInterview?: boolean
}

export interface DemoVersion {
  readonly by: "a" | "b"
  readonly validatedBy: readonly ("a" | "b" | "supervisor")[]
  readonly questions: readonly DemoQuestion[]
}

const silence: DemoQuestion = {
  key: "silence",
  text: "Qu’est-ce qui fait que, ce jour-là, vous n’en avez pas parlé ?",
  prompts: [
    ["time", "Le temps qu’il aurait fallu"],
    ["moments", "Les moments où c’est plus facile"],
  ],
}
const heard: DemoQuestion = {
  key: "heard",
  text: "Qu’est-ce que vous entendez, quand vous en parlez ?",
  prompts: [["fears", "La peur de la personne ; la vôtre"]],
  idea: "On oppose souvent les résistances des patients aux réticences des médecins. Demander les deux d’un coup.",
}
const help: DemoQuestion = {
  key: "help",
  text: "Qu’est-ce qui vous aiderait, concrètement ?",
  prompts: [["colleague", "Ce que vous diriez à quelqu’un qui s’installe"]],
}
const alone = ["alone", "Seul·e, ou avec d’autres ?"] as const
const failed = ["failed", "Une fois où ça n’a pas marché"] as const
const begun = [
  ["origin", "Comment ce traitement a commencé"],
  ["received", "Ce qu’on fait des ordonnances reçues"],
] as const

export const guideVersions: readonly DemoVersion[] = [
  {
    by: "a",
    validatedBy: ["b", "supervisor"],
    questions: [
      {
        key: "last-time",
        text: "Est-ce que vous pouvez me raconter la dernière fois où vous avez renouvelé un somnifère à une personne âgée ?",
        prompts: begun,
        idea: "Partir d’un récit daté plutôt que d’une opinion.",
      },
      silence,
      heard,
      {
        key: "stopped",
        text: "Est-ce que vous pouvez me raconter une fois où vous l’avez arrêté ?",
        prompts: [alone, ["family", "Et la famille ?"], failed],
      },
      help,
    ],
  },
  {
    by: "b",
    validatedBy: ["a", "supervisor"],
    questions: [
      {
        key: "last-time",
        text: "Racontez-moi la dernière fois où vous avez renouvelé un somnifère à une personne âgée.",
        prompts: begun,
        idea: "Partir d’un récit daté plutôt que d’une opinion.",
      },
      silence,
      {
        key: "nights",
        text: "Qui sait, autour de la personne, ce que sont ses nuits ?",
        prompts: [
          [
            "around",
            "Pharmacie, aide à domicile, voisinage ; la famille seulement si elle vient d’elle-même",
          ],
        ],
        idea: "M7 apprend de la pharmacienne ce qu’il ne voit pas. Hypothèse : ce que le médecin sait de la nuit lui vient des autres.",
        fromInterview: true,
      },
      {
        key: "stopped",
        text: "Est-ce que vous pouvez me raconter une fois où vous l’avez arrêté ?",
        prompts: [alone, failed],
      },
      heard,
      {
        key: "decision",
        text: "Continuer, est-ce que ça peut être une décision ?",
        prompts: [["written", "Ce qui en reste dans le dossier"]],
        idea: "« Continué exprès » contre « tout renouveler » : la même ligne, et pas la même chose. Hypothèse : écrire la décision la rend discutable.",
        fromInterview: true,
      },
      help,
    ],
  },
]
