import type { DemoCoding } from "../coding"

/** Passage 4: the first who stopped. */
export const fourth: readonly DemoCoding[] = [
  {
    key: "b26",
    by: "b",
    code: "peur-patiente",
    turn: 31,
    quote: "Elle avait eu peur d’elle-même.",
  },
  {
    key: "a27",
    by: "a",
    code: "demander-d-abord",
    turn: 31,
    quote:
      "Et là, je n’ai pas fait de discours. J’ai posé mon stylo et je lui ai demandé : « Et vous, ce comprimé, vous en pensez quoi ? »",
  },
  {
    key: "b27",
    by: "b",
    code: "demander-d-abord",
    turn: 31,
    quote: "J’ai posé mon stylo et je lui ai demandé : « Et vous, ce comprimé, vous en pensez quoi ? »",
  },
  {
    key: "a28",
    by: "a",
    code: "renouveler",
    turn: 33,
    quote: "Elle le prenait pour moi, vous comprenez. Et moi, je le renouvelais pour elle.",
  },
  {
    key: "b28",
    by: "b",
    code: "perdre-patiente",
    turn: 33,
    quote:
      "« Je n’ose pas l’arrêter, ça vous ferait de la peine, c’est vous qui me le donnez. » (silence) Elle le prenait pour moi, vous comprenez. Et moi, je le renouvelais pour elle.",
  },
  {
    key: "a29",
    by: "a",
    code: "petits-pas",
    turn: 35,
    quote:
      "Elle coupait le comprimé en deux, et puis la moitié en deux, et la dernière semaine elle m’a dit : « Là, docteur, ce que je prends, c’est de la poussière. » On a mis quatre mois. Un quart de moins toutes les trois ou quatre semaines",
  },
  {
    key: "b29",
    by: "b",
    code: "petits-pas",
    turn: 35,
    quote:
      "On a mis quatre mois. Un quart de moins toutes les trois ou quatre semaines, jamais avant un anniversaire, jamais avant la Toussaint.",
  },
  {
    key: "a30",
    by: "a",
    code: "humour",
    turn: 35,
    quote: "« Là, docteur, ce que je prends, c’est de la poussière. »",
  },
  {
    key: "b30",
    by: "b",
    code: "humour",
    turn: 35,
    quote: "« Là, docteur, ce que je prends, c’est de la poussière. »",
  },
  {
    key: "a31",
    by: "a",
    code: "demander-d-abord",
    turn: 37,
    quote: "je demande à tout le monde : « Quelles sont vos mauvaises nuits ? »",
  },
  {
    key: "b31",
    by: "b",
    code: "demander-d-abord",
    turn: 37,
    quote:
      "C’est elle qui me l’a appris, et depuis je demande à tout le monde : « Quelles sont vos mauvaises nuits ? »",
  },
  {
    key: "a32",
    by: "a",
    code: "petits-pas",
    turn: 37,
    quote: "On regarde le calendrier ensemble, et on descend entre deux.",
  },
  {
    key: "b32",
    by: "b",
    code: "petits-pas",
    turn: 37,
    quote: "On regarde le calendrier ensemble, et on descend entre deux.",
  },
]
