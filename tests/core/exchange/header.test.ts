import { describe, expect, it } from "vitest"
import { recogniseHeader } from "../../../core/exchange/header"

/** `label|start-end|words` */
function shown(text: string): string | null {
  const header = recogniseHeader(text)
  if (!header) return null
  const times = [header.startMs, header.endMs].map((ms) => (ms === null ? "" : ms / 1000)).join("-")
  return `${header.label ?? ""}|${times}|${text.slice(header.textFrom, header.textTo)}`
}

describe("a label before a colon", () => {
  it.each([
    ["M7 : Bonjour", "M7|-|Bonjour"],
    ["M7: Bonjour", "M7|-|Bonjour"],
    ["M7\u00a0: Bonjour", "M7|-|Bonjour"],
    ["M7\u202f:\u00a0Bonjour", "M7|-|Bonjour"],
    ["M7:Bonjour", "M7|-|Bonjour"],
    ["M7 : Bonjour", "M7|-|Bonjour"],
    ["[M7] : Bonjour", "M7|-|Bonjour"],
    ["(M7) : Bonjour", "M7|-|Bonjour"],
    ["**M7 :** Bonjour", "M7|-|Bonjour"],
    ["**M7** : Bonjour", "M7|-|Bonjour"],
    ["Médecin 3 : Bonjour", "Médecin 3|-|Bonjour"],
    ["Médecin\u00a03 : Bonjour", "Médecin 3|-|Bonjour"],
    ["Dr B. : Bonjour", "Dr B.|-|Bonjour"],
    ["SPEAKER_00: Bonjour", "SPEAKER_00|-|Bonjour"],
    ["M7 :", "M7|-|"],
    ["M7:30 patients", "M7|-|30 patients"],
    ["M7 : à 14:30 j'ai fini", "M7|-|à 14:30 j'ai fini"],
    ["M7 (rires) : Bonjour", "M7|-|(rires) : Bonjour"],
    ["M7\tBonjour", "M7|-|Bonjour"],
    ["M7 – Bonjour", "M7|-|Bonjour"],
    ["E - Bonjour : comment", "E|-|Bonjour : comment"],
  ])("%s", (text, expected) => expect(shown(text)).toBe(expected))
})

describe("a time beside the label", () => {
  it.each([
    ["M7 [00:12] : Bonjour", "M7|12-|Bonjour"],
    ["M7 [00:00:12] Bonjour", "M7|12-|Bonjour"],
    ["M7 12:31 : Bonjour", "M7|751-|Bonjour"],
    ["12:31 M7 : Bonjour", "M7|751-|Bonjour"],
    ["[1:02:03] M7 : Bonjour", "M7|3723-|Bonjour"],
    ["(0:01 - 0:11) M7 : Bonjour", "M7|1-11|Bonjour"],
    ["M7 (0:01 - 0:11) : Bonjour", "M7|1-11|Bonjour"],
    ["M7 : [00:12] Bonjour", "M7|12-|Bonjour"],
    ["[00:00.000 --> 00:05.500] SPEAKER_00: Bonjour", "SPEAKER_00|0-5.5|Bonjour"],
    ["B1: Bonjour #00:01:02-3#", "B1|-62.3|Bonjour"],
    ["#00:01:02-3# B1: Bonjour", "B1|62.3-|Bonjour"],
    ["Marie Noël  0:12", "Marie Noël|12-|"],
    ["Médecin 3 00:12", "Médecin 3|12-|"],
    ["[00:12] Bonjour", "|12-|Bonjour"],
    ["12:31", "|751-|"],
    ["Bonjour. #00:01:02-3#", "|-62.3|Bonjour."],
  ])("%s", (text, expected) => expect(shown(text)).toBe(expected))
})

describe("no header", () => {
  it.each([
    "Bonjour",
    "12:31, il était l'heure de fermer",
    "À 14:30 il est venu",
    "https://exemple.fr",
    "Et là je me suis dit que cela n'allait pas du tout : rien",
    "« M7 » : c'est moi",
    "1 - Comment allez-vous",
    "(rires)",
    "",
  ])("%s", (text) => expect(shown(text)).toBeNull())
})
