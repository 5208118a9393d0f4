/** A node of the demo's tree. `key` is what codings refer to; a parent stands before its children. */
export interface DemoCode {
  readonly key: string
  readonly parent: string | null
  readonly name: string
  readonly codable: boolean
  readonly definition: string
  readonly useWhen?: string
  readonly doNotUseWhen?: string
  readonly example?: string
  readonly colour?: string
}

const category = (key: string, parent: string | null, name: string, definition: string): DemoCode => ({
  key,
  parent,
  name,
  codable: false,
  definition,
})

const code = (key: string, parent: string, name: string, definition: string): DemoCode => ({
  key,
  parent,
  name,
  codable: true,
  definition,
})

export const codes: readonly DemoCode[] = [
  {
    ...category("heriter", null, "Hériter", "Ce que le médecin reçoit d’un autre et fait durer."),
    colour: "#5f7d95",
  },
  category("ordonnance-recue", "heriter", "L’ordonnance reçue", "Le traitement était là avant lui."),
  {
    ...code(
      "on-herite",
      "ordonnance-recue",
      "on hérite",
      "Un autre a commencé le traitement ; l’origine est lointaine, floue ou perdue.",
    ),
    useWhen: "Il est question de qui a commencé, quand ou pourquoi.",
    doNotUseWhen: "Il est question de ce que le médecin en fait ensuite : renouveler sans choisir, inertie.",
    example: "« c’est mon prédécesseur qui l’a mis »",
  },
  {
    ...code(
      "renouveler",
      "ordonnance-recue",
      "renouveler sans choisir",
      "Le renouvellement se fait de lui-même, sans décision ni parole.",
    ),
    example: "« on a déjà la main lancée »",
  },
  code(
    "inertie",
    "ordonnance-recue",
    "inertie",
    "Le médecin sait qu’il faudrait changer quelque chose, et rien ne change.",
  ),
  category("predecesseur", "heriter", "Le confrère d’avant", "La place que tient celui qui a prescrit."),
  code(
    "ne-pas-desavouer",
    "predecesseur",
    "ne pas désavouer",
    "Arrêter reviendrait à dire que le confrère a eu tort.",
  ),

  {
    ...category("temps", null, "Le temps", "Le temps qui manque, qui passe, qui fatigue."),
    colour: "#a08544",
  },
  category("consultation", "temps", "La consultation", "Ce que sa durée permet ou empêche."),
  {
    ...code("quart-d-heure", "consultation", "quart d’heure", "La durée de la consultation comme limite."),
    useWhen: "Minutes, retard, salle d’attente.",
    doNotUseWhen: "La fatigue du médecin est en cause plutôt que la durée.",
  },
  code(
    "motif-devant",
    "consultation",
    "motif qui passe devant",
    "Une autre plainte prend la place du somnifère.",
  ),
  category("journee", "temps", "La journée du médecin", "L’heure à laquelle la question se pose."),
  code("fatigue-du-soir", "journee", "fatigue du soir", "Ce que l’heure et la fatigue font à la décision."),
  code(
    "prochaine-fois",
    "journee",
    "remettre à la prochaine fois",
    "La question est repoussée à une consultation qui ne vient pas.",
  ),

  { ...category("peurs", null, "Peurs", "Ce que chacun craint de l’arrêt."), colour: "#8a5b7c" },
  {
    ...code(
      "peur-patiente",
      "peurs",
      "peur de la patiente",
      "La crainte qu’elle dit ou montre, telle que le médecin la rapporte.",
    ),
    doNotUseWhen: "La crainte a un objet nommé : prendre le code du dessous.",
  },
  code(
    "ne-plus-dormir",
    "peur-patiente",
    "ne plus dormir",
    "La peur de la nuit blanche et de ce qu’on y trouve.",
  ),
  code(
    "rituel",
    "peur-patiente",
    "perdre son rituel",
    "Le comprimé tient un geste, un souvenir, une fin de journée.",
  ),
  code("peur-medecin", "peurs", "peur du médecin", "Ce que le médecin craint pour lui-même."),
  code(
    "responsabilite",
    "peur-medecin",
    "responsabilité asymétrique",
    "On répond de ce qu’on arrête, pas de ce qu’on continue.",
  ),
  code(
    "perdre-patiente",
    "peur-medecin",
    "perdre la patiente",
    "La crainte de la fâcher ou qu’elle change de médecin.",
  ),

  { ...category("leviers", null, "Leviers", "Ce qui rend l’arrêt possible."), colour: "#5d8a5a" },
  category("manieres", "leviers", "Manières de faire", "Ce que le médecin dit ou fait autrement."),
  code(
    "demander-d-abord",
    "manieres",
    "demander d’abord",
    "Interroger la personne avant d’expliquer ou de proposer.",
  ),
  code(
    "petits-pas",
    "manieres",
    "petits pas",
    "Une baisse lente, par marches, au calendrier de la personne.",
  ),
  code("humour", "manieres", "humour", "Le rire dénoue, protège ou rapproche."),
  category("allies", "leviers", "Alliés", "Les autres qui parlent ou agissent."),
  code(
    "pharmacien",
    "allies",
    "pharmacien allié",
    "Le pharmacien voit, dit ou soutient ce que le médecin ne peut pas seul.",
  ),
  code("famille", "allies", "famille", "Les proches pèsent, pour l’arrêt ou contre lui."),
  category("suites", "leviers", "Ce qui reste", "Ce que l’essai laisse derrière lui."),
  code("relation-apres", "suites", "relation après", "Ce que l’arrêt, ou le refus, change entre eux."),
  code(
    "echec-qui-apprend",
    "suites",
    "échec qui apprend",
    "Un arrêt manqué a changé la manière de s’y prendre.",
  ),
]

/** New codes of one coder, not in the codebook until revealed. */
export const suggestedCodes = [
  {
    key: "ouvrir-la-porte",
    by: "a",
    name: "ouvrir la porte",
    definition:
      "Parler du somnifère, c’est parler de tout ce qu’il y a derrière ; le médecin retient la poignée.",
  },
  {
    key: "voir-sans-dire",
    by: "b",
    name: "voir sans dire",
    definition: "Le médecin voit la ligne à chaque fois et n’en parle pas.",
  },
  {
    key: "une-seule-phrase",
    by: "a",
    name: "une seule phrase",
    definition: "Dire la même chose, avec les mêmes mots, des deux côtés de la rue.",
  },
] as const
