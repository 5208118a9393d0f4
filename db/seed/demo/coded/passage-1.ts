import type { DemoCoding } from "../coding"

/** Passage 1: a prescription inherited. */
export const first: readonly DemoCoding[] = [
  {
    key: "a1",
    by: "a",
    code: "renouveler",
    turn: 1,
    quote: "On arrive à la fin, on a déjà la main lancée, et… voilà. J’ai renouvelé.",
  },
  {
    key: "b1",
    by: "b",
    code: "renouveler",
    turn: 1,
    quote: "on a déjà la main lancée, et… voilà. J’ai renouvelé.",
  },
  {
    key: "b2",
    by: "b",
    code: "renouveler",
    turn: 3,
    quote: "Il y a un bouton « tout renouveler ».",
  },
  {
    key: "a2",
    by: "a",
    code: "on-herite",
    turn: 3,
    quote:
      "On hérite, en fait. La patiente arrive avec son petit comprimé du soir, ça fait vingt ans, c’est mon prédécesseur qui l’a mis, ou l’hôpital, après une chute, après un deuil, on ne sait plus très bien.",
    memo: "« On », pas « je ». Compter les « on » de l’entretien ?",
  },
  {
    key: "b3",
    by: "b",
    code: "inertie",
    turn: 3,
    quote:
      "La patiente arrive avec son petit comprimé du soir, ça fait vingt ans, c’est mon prédécesseur qui l’a mis, ou l’hôpital, après une chute, après un deuil, on ne sait plus très bien.",
  },
  {
    key: "a3",
    by: "a",
    code: "on-herite",
    turn: 5,
    quote:
      "Il y a une ligne, de sa petite écriture : « dort mal, décès du mari ». Et le nom du comprimé. C’est tout.",
  },
  {
    key: "b4",
    by: "b",
    code: "on-herite",
    turn: 5,
    quote:
      "J’ai cherché, une fois. Dans le dossier papier, celui du docteur P., qui était là avant moi. Il y a une ligne, de sa petite écriture : « dort mal, décès du mari ». Et le nom du comprimé. C’est tout.",
  },
  {
    key: "a4",
    by: "a",
    code: "inertie",
    turn: 5,
    quote:
      "Elle prend un médicament de deuil depuis dix-neuf ans, et personne ne lui a jamais demandé si le deuil, enfin… si elle en était encore là.",
    memo: "Long silence juste avant. « Médicament de deuil » : garder pour un titre de sous-thème.",
  },
  {
    key: "a5",
    by: "a",
    code: "ne-pas-desavouer",
    turn: 7,
    quote:
      "Si vous commencez par leur retirer ce que l’ancien leur donnait, vous dites quoi de lui ? Qu’il était mauvais ? Il ne l’était pas. Il a soigné leurs parents.",
  },
  {
    key: "b5",
    by: "b",
    code: "ne-pas-desavouer",
    turn: 7,
    quote:
      "Si vous commencez par leur retirer ce que l’ancien leur donnait, vous dites quoi de lui ? Qu’il était mauvais ? Il ne l’était pas.",
  },
  {
    key: "a6",
    by: "a",
    code: "prochaine-fois",
    turn: 7,
    quote: "on fait connaissance, on verra ensuite.",
  },
  {
    key: "b6",
    by: "b",
    code: "prochaine-fois",
    turn: 7,
    quote:
      "Alors la première année, je n’ai touché à rien. Je me suis dit : on fait connaissance, on verra ensuite.",
  },
  {
    key: "a7",
    by: "a",
    code: "renouveler",
    turn: 9,
    quote:
      "Au bout de deux ou trois renouvellements, c’est votre nom qui est en haut, votre signature en bas, et vous ne pouvez plus dire que c’est l’autre. Vous n’avez rien décidé, et c’est à vous.",
  },
  {
    key: "b7",
    by: "b",
    code: "renouveler",
    turn: 9,
    quote:
      "Au bout de deux ou trois renouvellements, c’est votre nom qui est en haut, votre signature en bas, et vous ne pouvez plus dire que c’est l’autre. Vous n’avez rien décidé, et c’est à vous.",
  },
  {
    key: "a8",
    by: "a",
    code: "responsabilite",
    turn: 9,
    quote: "Vous n’avez rien décidé, et c’est à vous.",
  },
]
