import { paragraphsOfTeams } from "../../core/exchange/teams"
import { type DraftNote, draftTranscript } from "../../core/exchange/transcriptDraft"
import { refused, type TranscriptReading } from "../../core/exchange/transcriptProblem"
import { paragraphsOfBlocks } from "./blocks"
import { decodeText } from "./decodeText"
import { BrokenXml, readBody } from "./docxBody"

/** Reads the main text of a Word document; `names` are those of all its parts. */
export function readDocx(document: Uint8Array, names: readonly string[]): TranscriptReading {
  const xml = decodeText(document)
  if (xml === null) return refused({ code: "broken-docx", because: "bad-xml" })
  try {
    const body = readBody(xml)
    const notes: DraftNote[] = [...body.notes, { kind: "page-header", count: countPageHeaders(names) }]
    const paragraphs = paragraphsOfBlocks(body.blocks)
    const meeting = paragraphsOfTeams(paragraphs)
    return {
      ok: true,
      draft: draftTranscript("docx", meeting ?? paragraphs, notes, meeting ? "machine" : "untold"),
    }
  } catch (error) {
    if (error instanceof BrokenXml) return refused({ code: "broken-docx", because: error.because })
    throw error
  }
}

const countPageHeaders = (names: readonly string[]) =>
  names.filter((name) => /^word\/(header|footer)\d*\.xml$/i.test(name)).length
