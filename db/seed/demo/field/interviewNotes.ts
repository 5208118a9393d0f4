import { at, type DemoNotes, note, sign } from "./notes"

/** What Ana noted on her own while she led the first interview. */
export const interviewNotes: DemoNotes = {
  place: "Cabinet de M7",
  guide: 0,
  extra: [],
  people: [["M7", "participant", "present"]],
  signs: ["rires", "silence", "soupir", "sourire", "hésite"],
  ticks: [
    { question: "last-time", ...at("Merci de me recevoir", 7_000) },
    { question: "silence", ...at("Qu’est-ce qui fait que ce matin", 200) },
    { question: "heard", ...at("Et du côté des patientes", 300) },
    { question: "stopped", ...at("Vous en avez arrêté", 200) },
    { question: "help", ...at("Qu’est-ce qui vous aiderait", 300) },
  ],
  marks: [
    note("a", ["M7"], at("Oui. Enfin, c’est l’ordinateur", 2_000), "montre l’écran, sans le regarder"),
    sign(
      "a",
      "silence",
      ["M7"],
      at("J’ai cherché, une fois", 20_500),
      "long ; le secrétariat sonne, il ne bouge pas",
    ),
    note("a", ["M7"], at("N’arrive pas, non", 9_000), "se tourne vers la porte en disant « la porte »"),
    sign("a", "hésite", ["M7"], at("(hésite) Oui", 300), "pose son stylo"),
    note("a", ["M7"], at("Jamais. En onze ans", 12_000), "voix plus basse"),
    note("a", ["M7"], at("Ah, la famille", 600), "souffle, puis sourit"),
    note(
      "a",
      ["M7"],
      at("D’un coup. Et ma feuille", 9_000),
      "regarde la fenêtre jusqu’à la fin de la phrase",
    ),
    note("a", ["M7"], at("(réfléchit) Peut-être", 2_500), "me regarde pour la première fois depuis le début"),
  ],
  debriefing: {
    impressions: [
      "La question qui a le plus ouvert n’était pas dans le guide : « Continuer n’est pas une décision ? ». L’y mettre.",
    ],
  },
}
