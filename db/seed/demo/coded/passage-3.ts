import type { DemoCoding } from "../coding"

/** Passage 3: what each is afraid of. */
export const third: readonly DemoCoding[] = [
  {
    key: "a19",
    by: "a",
    code: "ne-plus-dormir",
    turn: 21,
    quote: "« Docteur, sans lui je ne ferme pas l’œil. »",
  },
  {
    key: "b18",
    by: "b",
    code: "peur-patiente",
    turn: 21,
    quote:
      "« Docteur, sans lui je ne ferme pas l’œil. » Toujours la même phrase, au mot près, on dirait qu’elles se la passent.",
  },
  {
    key: "a20",
    by: "a",
    code: "peur-patiente",
    turn: 21,
    quote:
      "Il y en a une, Mme R., elle a posé sa main à plat sur l’ordonnance, comme ça (pose la main sur la table), pour que je ne la reprenne pas.",
    memo: "Il refait le geste. Le noter dans la fiche de l’entretien.",
  },
  {
    key: "b19",
    by: "b",
    code: "peur-patiente",
    turn: 21,
    quote:
      "elle a posé sa main à plat sur l’ordonnance, comme ça (pose la main sur la table), pour que je ne la reprenne pas.",
  },
  {
    key: "a21",
    by: "a",
    code: "ne-plus-dormir",
    turn: 23,
    quote: "Elle, à trois heures du matin, elle entend la pendule et elle compte ses morts.",
  },
  {
    key: "b20",
    by: "b",
    code: "ne-plus-dormir",
    turn: 23,
    quote: "Elle, à trois heures du matin, elle entend la pendule et elle compte ses morts.",
  },
  {
    key: "a22",
    by: "a",
    code: "rituel",
    turn: 25,
    quote:
      "Il y a le petit verre d’eau, la boîte dans le tiroir de la table de nuit, la lumière qu’on éteint après. J’ai une patiente qui m’a dit qu’elle le posait sur une soucoupe, à côté de la photo de son mari. Moi, j’appelle ça un hypnotique ; elle, c’est sa prière du soir.",
  },
  {
    key: "b21",
    by: "b",
    code: "rituel",
    turn: 25,
    quote:
      "Et puis il y a le geste. Il y a le petit verre d’eau, la boîte dans le tiroir de la table de nuit, la lumière qu’on éteint après. J’ai une patiente qui m’a dit qu’elle le posait sur une soucoupe, à côté de la photo de son mari. Moi, j’appelle ça un hypnotique ; elle, c’est sa prière du soir. Si je retire le comprimé, je retire tout le reste avec.",
  },
  {
    key: "b22",
    by: "b",
    code: "peur-medecin",
    turn: 27,
    quote: "Si elle dort mal, c’est moi qu’on appelle.",
  },
  {
    key: "a23",
    by: "a",
    code: "responsabilite",
    turn: 27,
    quote:
      "Si elle tombe avec le comprimé, personne ne me le reprochera, parce que tout le monde tombe à cet âge-là. Mais si elle tombe la semaine où je l’ai arrêté, alors là…",
  },
  {
    key: "b23",
    by: "b",
    code: "responsabilite",
    turn: 27,
    quote:
      "Si elle tombe avec le comprimé, personne ne me le reprochera, parce que tout le monde tombe à cet âge-là. Mais si elle tombe la semaine où je l’ai arrêté, alors là…",
    memo: "Il hésite beaucoup avant. Reprendre cette question avec M8 ?",
  },
  {
    key: "a24",
    by: "a",
    code: "responsabilite",
    turn: 27,
    quote: "Arrêter, c’est une décision ; continuer, ça n’en est pas une.",
  },
  {
    key: "b24",
    by: "b",
    code: "inertie",
    turn: 27,
    quote: "Arrêter, c’est une décision ; continuer, ça n’en est pas une.",
  },
  {
    key: "a25",
    by: "a",
    code: "fatigue-du-soir",
    turn: 29,
    quote: "Ni dans la mienne, à dix-neuf heures.",
  },
  {
    key: "a26",
    by: "a",
    code: "perdre-patiente",
    turn: 29,
    quote:
      "Et puis il y a une peur plus petite, pas très noble : qu’elle s’en aille. Il y a un confrère à trois rues, très gentil, qui renouvelle. J’en ai perdu deux comme ça.",
  },
  {
    key: "b25",
    by: "b",
    code: "perdre-patiente",
    turn: 29,
    quote:
      "qu’elle s’en aille. Il y a un confrère à trois rues, très gentil, qui renouvelle. J’en ai perdu deux comme ça.",
  },
]
