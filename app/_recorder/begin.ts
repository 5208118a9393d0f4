import { stayAwake, workOn } from "./atWork"
import { type NoSound, openMicrophone } from "./microphone"
import { type Recording, record, type Told } from "./recorder"
import type { KeptSound, SoundShelf } from "./shelf"

/** Why nothing is recorded; "left": the page was left meanwhile. */
export type NotBegun = NoSound | "no-room" | "elsewhere" | "gone" | "left"

export interface Going {
  readonly recording: Recording
  /** Once it has stopped: lets other tabs have it, and the screen sleep. */
  readonly end: () => void
}

interface Asked {
  readonly shelf: SoundShelf
  readonly id: string
  /** A recording that is not there yet; null to record more behind the one of this id. */
  readonly fresh: Parameters<typeof record>[2] | null
  /** Whether nobody is there any more who could stop it. */
  readonly isLeft: () => boolean
  readonly told: Told
  /** By which the browser knows it; null: the one that it would take. */
  readonly microphone?: string | null
}

const browser = { workOn, stayAwake, openMicrophone, record }

/** Begins to record, for this tab alone; what it goes on behind is what the shelf has now, whatever a page has shown. */
export async function beginRecording(
  { shelf, id, fresh, isLeft, told, microphone = null }: Asked,
  { workOn, stayAwake, openMicrophone, record } = browser,
): Promise<Going | NotBegun> {
  const letGo = await workOn(id).catch(() => null)
  if (!letGo) return "elsewhere"
  const stream = await openMicrophone(microphone)
  if (typeof stream === "string") {
    letGo()
    return stream
  }
  const sleep = stayAwake()
  const end = () => {
    letGo()
    sleep()
  }
  const refuse = (why: NotBegun) => {
    for (const track of stream.getTracks()) track.stop()
    end()
    return why
  }
  if (isLeft()) return refuse("left")
  let recording: Recording
  try {
    const begun: KeptSound | typeof fresh = fresh ?? (await shelf.find(id))
    if (!begun) return refuse("gone")
    recording = await record(stream, shelf, begun, told)
  } catch {
    return refuse(isLeft() ? "left" : "no-room")
  }
  if (!isLeft()) return { recording, end }
  await recording.stop()
  return refuse("left")
}
