import { placeTurns } from "../../core/text"
import { readTranscript } from "../../core/ydoc/source"
import { whoIsHere } from "../_device/here"
import { openDevice } from "../_device/openDevice"
import { isKeptText, type KeptText } from "../_sync/keptText"
import { documentOf } from "../_sync/useReadRoom"
import type { KeptDesk } from "../projects/[project]/sources/[source]/code/keptDesk"
import type { ShownTranscript } from "../projects/[project]/sources/[source]/code/useTranscript"
import { isKeptLive, type KeptLive } from "../projects/[project]/sources/[source]/live/keptLive"

export interface OpenedDesk {
  readonly kept: KeptDesk
  readonly transcript: ShownTranscript
}

export interface Found {
  /** The desk at the address, null where it is none or not kept here. */
  readonly desk: OpenedDesk | null
  /** The transcript at the address to be written in, likewise. */
  readonly text: KeptText | null
  /** The live notes at the address, likewise. */
  readonly live: KeptLive | null
  /** All desks that whoever is signed in may open without a network. */
  readonly others: readonly KeptDesk[]
  /** All transcripts that they may write in without one. */
  readonly texts: readonly KeptText[]
  /** All events that they may take notes of without one. */
  readonly lives: readonly KeptLive[]
}

const nothing: Found = { desk: null, text: null, live: null, others: [], texts: [], lives: [] }

/** Looks for a page among what this browser keeps for whoever is signed in; nothing for anybody else. */
export async function findDesk(path: string): Promise<Found> {
  const member = whoIsHere()
  if (member === null) return nothing
  const device = await openDevice(member)
  try {
    const all = (await device.all<KeptDesk | KeptText | KeptLive>("desks")).map(({ value }) => value)
    const texts = all.filter(isKeptText)
    const lives = all.filter(isKeptLive)
    const others = all.filter((each): each is KeptDesk => !isKeptText(each) && !isKeptLive(each))
    const [, source, page] =
      /^\/projects\/[^/]+\/sources\/([^/]+)\/(code|transcribe|live)\/?$/.exec(path) ?? []
    const text = page === "transcribe" ? texts.find((each) => each.source === source) : undefined
    const live = page === "live" ? lives.find((each) => each.source === source) : undefined
    const kept = page === "code" ? others.find(({ seen }) => seen.source.id === source) : undefined
    const copy = kept && (await device.find<Uint8Array>("copies", `source/${source}`))
    const found = { ...nothing, text: text ?? null, live: live ?? null, others, texts, lives }
    if (!kept || !copy) return found
    const { turns, speakers } = readTranscript(documentOf(copy))
    return { ...found, desk: { kept, transcript: { turns: placeTurns(turns), speakers } } }
  } finally {
    device.close()
  }
}
