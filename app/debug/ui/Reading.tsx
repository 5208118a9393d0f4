import { useEffect } from "react"
import { paint } from "./paint"

const lines = [
  "Un codage à moi seule, puis deux codages à moi qui se recouvrent ici.",
  "Un codage de l’autre, sans fond, plus bas que le mien et tireté.",
  "Tous les deux sur les mêmes mots, et le désaccord choisi.",
  "Les mots choisis, pas encore codés, gagnent sur tout le reste. (rit)",
]

const painted = [
  ["g0", "mine-1 line-a", "Un codage à moi seule", "seule"],
  ["g0", "mine-1 line-a", "deux codages", "moi "],
  ["g0", "mine-2 line-a", "qui se", "recouvrent"],
  ["g0", "mine-1 line-a", " ici.", " ici."],
  ["g1", "line-b", "Un codage de l’autre", "fond"],
  ["g2", "mine-1 line-a", "Tous les deux", "mots"],
  ["g2", "line-b", "les mêmes", "choisi."],
  ["g2", "disputed", "les mêmes", "mots"],
  ["g3", "mine-1 line-a", "pas encore", "reste."],
  ["g3", "chosen", "mots choisis", "codés"],
  ["g3", "nonverbal", "(rit)", "(rit)"],
] as const

export function Overlaps() {
  useEffect(
    () =>
      paint(painted.flatMap(([id, as, from, to]) => as.split(" ").map((one) => ({ id, as: one, from, to })))),
    [],
  )
  return (
    <div className="sheet alone">
      <ol className="turns">
        {lines.map((line, place) => (
          <li key={line} className="turn">
            <span className="speaker">{place + 1}</span>
            <p id={`g${place}`}>{line}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
