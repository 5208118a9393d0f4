/** What M7 wrote after reading his own words. The turn by how it begins; null: about the whole. */
export const demoComments = [
  {
    key: "not-afraid",
    turn: "Au silence, je crois",
    body: "Je relis « je cède » et je le dirais encore. Mais ce n’est pas elle qui me fait céder, c’est l’heure.",
    outcome: { is: "noted", note: "À reprendre avec « fatigue du soir »." },
  },
  {
    key: "two-years",
    turn: "Rien. « C’est vous le docteur. »",
    body: "Sa femme m’a appelé après quinze jours, pas trois semaines. J’ai vérifié.",
    outcome: null,
  },
  {
    key: "whole",
    turn: null,
    body: "C’est bien ce que j’ai dit. Vous pouvez garder le demi-comprimé.",
    outcome: null,
  },
] as const
