import { type DraftNote, draftTranscript } from "../../core/exchange/transcriptDraft"
import { refused, type TranscriptReading } from "../../core/exchange/transcriptProblem"
import { paragraphsOfBlocks } from "./blocks"
import { decodeText } from "./decodeText"
import { BrokenOdt, readOdtBody } from "./odtBody"

/** Reads the main text of an OpenDocument text from its content and, to count what stands on every page, its styles. */
export function readOdt(content: Uint8Array, styles: Uint8Array | undefined): TranscriptReading {
  const xml = decodeText(content)
  if (xml === null) return refused({ code: "damaged", format: "odt" })
  try {
    const body = readOdtBody(xml)
    const pages = Buffer.from(styles ?? [])
      .toString("latin1")
      .match(/<style:(?:header|footer)(?:\s[^<>]*[^<>/])?>/g)
    const notes: DraftNote[] = [...body.notes, { kind: "page-header", count: pages?.length ?? 0 }]
    return { ok: true, draft: draftTranscript("odt", paragraphsOfBlocks(body.blocks), notes) }
  } catch (error) {
    if (error instanceof BrokenOdt) return refused({ code: "damaged", format: "odt" })
    throw error
  }
}
