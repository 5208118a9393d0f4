import type { Chance } from "../support/chance"

const words =
  `on hérite du prédécesseur parfois et l’on renouvelle parce que le quart d’heure est passé la porte
  reste fermée de peur que tout vienne alors je regarde la ligne sur l’écran et je signe sans rien dire`.split(
    /\s+/,
  )

/** An interview of so many passages: each a question of four words or more and some 310 words of answer (C6). */
export function longTranscript(passages: number, chance: Chance): string {
  return Array.from({ length: passages }, (_, index) => {
    const answer = Array.from({ length: 310 }, () => chance.one(words)).join(" ")
    return `Int. : Et pour la fois ${index + 1}, comment faites-vous ?\nM7 : ${answer}.`
  }).join("\n")
}
