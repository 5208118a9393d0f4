import { placeTurns } from "../../core/text"
import { readTranscript } from "../../core/ydoc/source"
import { whoIsHere } from "../_device/here"
import { openDevice } from "../_device/openDevice"
import { documentOf } from "../_sync/useReadRoom"
import type { KeptDesk } from "../projects/[project]/sources/[source]/code/keptDesk"
import type { ShownTranscript } from "../projects/[project]/sources/[source]/code/useTranscript"

export interface OpenedDesk {
  readonly kept: KeptDesk
  readonly transcript: ShownTranscript
}

export interface Found {
  /** The desk at the address, null where it is none or not kept here. */
  readonly desk: OpenedDesk | null
  /** All desks that whoever is signed in may open without a network. */
  readonly others: readonly KeptDesk[]
}

/** Looks for a desk among what this browser keeps for whoever is signed in; nothing for anybody else. */
export async function findDesk(path: string): Promise<Found> {
  const member = whoIsHere()
  if (member === null) return { desk: null, others: [] }
  const device = await openDevice(member)
  try {
    const others = (await device.all<KeptDesk>("desks")).map(({ value }) => value)
    const source = /^\/projects\/[^/]+\/sources\/([^/]+)\/code\/?$/.exec(path)?.[1]
    const kept = others.find(({ seen }) => seen.source.id === source)
    const copy = kept && (await device.find<Uint8Array>("copies", `source/${source}`))
    if (!kept || !copy) return { desk: null, others }
    const { turns, speakers } = readTranscript(documentOf(copy))
    return { desk: { kept, transcript: { turns: placeTurns(turns), speakers } }, others }
  } finally {
    device.close()
  }
}
