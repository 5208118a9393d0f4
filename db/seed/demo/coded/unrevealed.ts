import type { DemoCoding } from "../coding"

/** Passages 5 and 6, revealed to nobody: the pharmacist, the family. */
export const unrevealed: readonly DemoCoding[] = [
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
