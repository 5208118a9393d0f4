/** The demo's study and its three people, all invented. */
export const project = {
  title: "Alléger l’ordonnance",
  subtitle: "Ce que des généralistes disent de l’arrêt d’un somnifère chez la personne âgée",
  question:
    "Comment des médecins généralistes racontent-ils le moment d’arrêter, ou de ne pas arrêter, un somnifère pris depuis longtemps par une personne âgée ?",
  notice: "Projet de démonstration : l’entretien, les personnes et les codages sont inventés.",
} as const

export const people = {
  a: { email: "coder-a@demo.local", name: "Ana Lefort", role: "coder" },
  b: { email: "coder-b@demo.local", name: "Ben Marchand", role: "coder" },
  supervisor: { email: "supervisor@demo.local", name: "Claire Vasseur", role: "supervisor" },
} as const
