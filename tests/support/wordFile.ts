import { strToU8, zipSync } from "fflate"

/** A paragraph as the runs that Word cut it into. */
export type Runs = readonly string[]

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** A Word document as small as one can be. */
export function wordFile(paragraphs: readonly Runs[]): Buffer {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
  const lines = (text: string) => escaped(text).replaceAll("\n", '</w:t><w:br/><w:t xml:space="preserve">')
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${lines(text)}</w:t></w:r>`
  const body = paragraphs.map((runs) => `<w:p>${runs.map(run).join("")}</w:p>`).join("")
  return zipped(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
}

/** A document that would fill the memory of whoever opens it. */
export function zipBomb(): Buffer {
  return zipped(new Uint8Array(80 * 1024 * 1024).fill(32))
}

function zipped(document: string | Uint8Array): Buffer {
  const content = typeof document === "string" ? strToU8(document) : document
  return Buffer.from(zipSync({ "word/document.xml": content }))
}

/** An interview long enough for several passages, its headers cut into runs, a no-break space before each colon. */
export function interviewRuns(exchanges: number): Runs[] {
  const told =
    "Je renouvelle parce que le quart d’heure est passé et que personne ne me demande autre chose. La fois suivante il y a le genou, il y a la tension, et la ligne reste sur l’écran sans que je l’ouvre. "
  return [
    ["Problème", "\u00a0: ", "on ne sait pas qui a commencé ce traitement."],
    ...Array.from({ length: exchanges }, (_, number): Runs[] => [
      ["In", "t.", "\u00a0", ": ", `Question ${number + 1}. Comment cela se passe-t-il d’habitude ?`],
      ["M", "7", "\u00a0:", ` Réponse ${number + 1}. `, told, told, told],
    ]).flat(),
  ]
}
