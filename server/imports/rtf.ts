import { draftTranscript } from "../../core/exchange/transcriptDraft"
import { refused, type TranscriptReading } from "../../core/exchange/transcriptProblem"
import { paragraphsOfBlocks } from "./blocks"
import { readRtfBody } from "./rtfBody"
import { BrokenRtf } from "./rtfTokens"

/** Reads the main text of an RTF document, whichever program wrote it; f4 and easytranscript end turns with stamps. */
export function readRtf(bytes: Uint8Array): TranscriptReading {
  try {
    const { blocks, notes } = readRtfBody(Buffer.from(bytes).toString("latin1"))
    return { ok: true, draft: draftTranscript("rtf", paragraphsOfBlocks(blocks), notes) }
  } catch (error) {
    if (error instanceof BrokenRtf) return refused({ code: "damaged", format: "rtf" })
    throw error
  }
}
