import type { Side } from "../../../core/model"

/** What one coder did on the demo's interview, in words rather than offsets. */
export interface DemoCoding {
  /** Short and stable; decisions refer to it. */
  readonly key: string
  readonly by: Side
  /** The key of a code in `codes.ts`. */
  readonly code: string
  /** The turn that holds `quote`, from 0. */
  readonly turn: number
  /** Exact words, found once in their turn. */
  readonly quote: string
  /** Where the coding ends, when in a later turn: it runs from the start of `quote` to the end of these words. */
  readonly until?: { readonly turn: number; readonly quote: string }
  /** Its coder's own; shown to nobody else. */
  readonly memo?: string
}

/** Who has completed what, by index of passage: complete before the number, coding in it. */
export const progress = { a: { completed: 5, begun: 5 }, b: { completed: 4, begun: 4 } } as const

/** Passage 1: a prescription inherited. */
const first: readonly DemoCoding[] = [
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

/** Passage 2: a quarter of an hour. */
const second: readonly DemoCoding[] = [
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

/** Passage 3: what each is afraid of. */
const third: readonly DemoCoding[] = [
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

/** Passage 4: the first who stopped. */
const fourth: readonly DemoCoding[] = [
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

/** Passages 5 and 6, revealed to nobody: the pharmacist, the family. */
const unrevealed: readonly DemoCoding[] = [
  {
    key: "a33",
    by: "a",
    code: "pharmacien",
    turn: 41,
    quote:
      "Elle voit qui vient le dix, et qui vient le vingt-cinq, parce que la boîte est déjà finie. Moi, je vois une ligne sur l’écran ; elle, elle voit les boîtes.",
  },
  {
    key: "a34",
    by: "a",
    code: "une-seule-phrase",
    turn: 43,
    quote:
      "Maintenant, on dit pareil tous les deux : « On va descendre doucement, et si c’est trop dur, on remonte d’une marche. »",
    memo: "À définir mieux : la phrase, ou le fait d’être deux à la dire ?",
  },
  {
    key: "a35",
    by: "a",
    code: "humour",
    turn: 43,
    quote: "« C’est un complot. » (rit) Mais elle a souri.",
  },
  {
    key: "a36",
    by: "a",
    code: "pharmacien",
    turn: 45,
    quote: "À moi, elles ne disent pas qu’elles ont repris un comprimé le samedi. À K., elles le disent.",
  },
  {
    key: "a37",
    by: "a",
    code: "famille",
    turn: 47,
    quote:
      "Vous avez la fille qui arrive avec un article découpé dans un magazine : « Docteur, vous empoisonnez ma mère. »",
  },
  {
    key: "a38",
    by: "a",
    code: "famille",
    turn: 47,
    quote:
      "Et vous avez le fils, qui vit à six cents kilomètres et qui téléphone : « Surtout, ne touchez à rien, elle est enfin tranquille. »",
    memo: "Voir la suite : « endormir le fils ».",
  },
  {
    key: "b33",
    by: "b",
    code: "pharmacien",
    turn: 41,
    quote: "Moi, je vois une ligne sur l’écran ; elle, elle voit les boîtes.",
  },
  {
    key: "b34",
    by: "b",
    code: "petits-pas",
    turn: 43,
    quote: "« On va descendre doucement, et si c’est trop dur, on remonte d’une marche. »",
  },
]

export const codings: readonly DemoCoding[] = [...first, ...second, ...third, ...fourth, ...unrevealed]
