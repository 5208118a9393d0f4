import type { DemoCoding } from "../coding"

/** Passage 2: a quarter of an hour. */
export const second: readonly DemoCoding[] = [
  {
    key: "a9",
    by: "a",
    code: "motif-devant",
    turn: 11,
    quote:
      "il y avait la tension, il y avait le genou, le certificat pour la gym douce, et puis sa sœur qui entre en maison de retraite, et ça, elle en a pleuré un peu.",
  },
  {
    key: "b8",
    by: "b",
    code: "motif-devant",
    turn: 11,
    quote:
      "il y avait la tension, il y avait le genou, le certificat pour la gym douce, et puis sa sœur qui entre en maison de retraite",
  },
  {
    key: "a10",
    by: "a",
    code: "quart-d-heure",
    turn: 11,
    quote:
      "Il me restait quoi ? Deux minutes. On n’arrête pas un somnifère en deux minutes. En deux minutes, on le renouvelle très bien, par contre.",
  },
  {
    key: "b9",
    by: "b",
    code: "quart-d-heure",
    turn: 11,
    quote:
      "On n’arrête pas un somnifère en deux minutes. En deux minutes, on le renouvelle très bien, par contre.",
    memo: "La phrase de l’entretien, pour moi.",
  },
  {
    key: "a11",
    by: "a",
    code: "quart-d-heure",
    turn: 13,
    quote:
      "Moi, j’ai des consultations de quinze minutes et une salle d’attente qui déborde dans le couloir.",
  },
  {
    key: "b10",
    by: "b",
    code: "quart-d-heure",
    turn: 13,
    quote:
      "Moi, j’ai des consultations de quinze minutes et une salle d’attente qui déborde dans le couloir.",
  },
  {
    key: "a12",
    by: "a",
    code: "prochaine-fois",
    turn: 13,
    quote: "Donc je dis : « On en reparlera la prochaine fois. »",
  },
  {
    key: "b11",
    by: "b",
    code: "prochaine-fois",
    turn: 13,
    quote:
      "Donc je dis : « On en reparlera la prochaine fois. » (soupire) Et la prochaine fois, il y a le genou.",
  },
  {
    key: "a13",
    by: "a",
    code: "prochaine-fois",
    turn: 14,
    quote: "La prochaine fois n’arrive pas.",
    until: { turn: 15, quote: "N’arrive pas, non." },
  },
  {
    key: "b12",
    by: "b",
    code: "prochaine-fois",
    turn: 14,
    quote: "La prochaine fois n’arrive pas.",
    until: { turn: 15, quote: "N’arrive pas, non." },
  },
  {
    key: "a14",
    by: "a",
    code: "ouvrir-la-porte",
    turn: 15,
    quote: "C’est plutôt que je n’ai pas envie d’ouvrir cette porte-là à midi moins dix.",
  },
  {
    key: "b13",
    by: "b",
    code: "voir-sans-dire",
    turn: 15,
    quote:
      "Je le vois à chaque fois, il est sur l’écran, il clignote presque. C’est plutôt que je n’ai pas envie d’ouvrir cette porte-là à midi moins dix.",
  },
  {
    key: "a15",
    by: "a",
    code: "peur-medecin",
    turn: 15,
    quote:
      "Parce que je sais ce qu’il y a derrière. Il y a la solitude, il y a les nuits, il y a le mari. Si j’ouvre, il faut que je reste.",
  },
  {
    key: "b14",
    by: "b",
    code: "quart-d-heure",
    turn: 15,
    quote: "Si j’ouvre, il faut que je reste.",
  },
  {
    key: "b15",
    by: "b",
    code: "humour",
    turn: 17,
    quote: "je suis presque un bon médecin. (rit)",
  },
  {
    key: "a16",
    by: "a",
    code: "fatigue-du-soir",
    turn: 17,
    quote:
      "À dix-neuf heures, non. À dix-neuf heures, j’en suis à ma vingt-huitième consultation, j’ai la gorge sèche, et si quelqu’un me demande quelque chose, je dis oui. C’est affreux, mais le soir je ne prescris pas, je cède.",
  },
  {
    key: "b16",
    by: "b",
    code: "fatigue-du-soir",
    turn: 17,
    quote:
      "À dix-neuf heures, j’en suis à ma vingt-huitième consultation, j’ai la gorge sèche, et si quelqu’un me demande quelque chose, je dis oui. C’est affreux, mais le soir je ne prescris pas, je cède.",
  },
  {
    key: "a17",
    by: "a",
    code: "perdre-patiente",
    turn: 19,
    quote:
      "Renouveler, c’est une consultation qui se termine bien : elle est contente, elle me dit merci, elle me demande des nouvelles des enfants.",
  },
  {
    key: "b17",
    by: "b",
    code: "renouveler",
    turn: 19,
    quote:
      "Renouveler, c’est une consultation qui se termine bien : elle est contente, elle me dit merci, elle me demande des nouvelles des enfants.",
  },
  {
    key: "a18",
    by: "a",
    code: "quart-d-heure",
    turn: 19,
    quote: "Et moi, je suis à l’heure.",
  },
]
