import type { MemoKind, Sharing } from "../../../core/memos"

/** A memo of the demo's: a line is a paragraph; `code` is the key of the code it is about. */
export interface DemoMemo {
  readonly by: "a" | "b"
  readonly kind: MemoKind
  readonly sharing: Sharing
  readonly title: string
  readonly code: string | null
  readonly lines: readonly string[]
}

export const memos: readonly DemoMemo[] = [
  {
    by: "b",
    kind: "methodological",
    sharing: "shared",
    title: "Relance sur le frère et la sœur",
    code: null,
    lines: [
      "Dans M7, la famille n’entre que par nos relances. À partir de M8, attendre qu’elle vienne d’elle-même, et noter qui la nomme en premier.",
      "À dire à Claire à la prochaine réunion.",
    ],
  },
  {
    by: "a",
    kind: "theoretical",
    sharing: "shared",
    title: "Hériter n’est pas renouveler",
    code: "on-herite",
    lines: [
      "Hériter dit d’où vient le traitement ; renouveler dit ce qu’on en fait ce jour-là. On peut hériter sans renouveler, mais M7 ne le raconte jamais.",
      "Chercher dans les prochains entretiens un médecin qui a reçu l’ordonnance et ne l’a pas reconduite.",
    ],
  },
  {
    by: "a",
    kind: "reflexive",
    sharing: "private",
    title: "",
    code: null,
    lines: ["J’ai prescrit le même comprimé lundi. Je code sans doute « peur de la patiente » un peu vite."],
  },
]
