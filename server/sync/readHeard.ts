import type { Transcript } from "../../core/model"
import type { WordTime } from "../../core/wordTimes"
import { readTranscript } from "../../core/ydoc/source"
import { type KeptWordTimes, standingWords } from "../../core/ydoc/wordTimes"
import { applyAll } from "./collect"

/** A transcript, and when its words are said where that is known. */
export interface HeardTranscript extends Transcript {
  readonly heard: readonly WordTime[]
}

export function readHeard(updates: readonly Uint8Array[], times: KeptWordTimes | null): HeardTranscript {
  const doc = applyAll(updates)
  const heard = times ? standingWords(doc, times) : []
  return { ...readTranscript(doc), heard }
}
