import { IndexeddbPersistence, storeState } from "y-indexeddb"
import * as Y from "yjs"
import type { Device, Kept, WaitingUpdate } from "../_device/device"
import { copyOf } from "../_device/names"
import { forgetCopy, rememberCopy } from "../_device/wipe"
import { watchSaved } from "./acknowledgement"
import { carryOver } from "./carryOver"
import { type Connection, connect, type Refused, type RoomState } from "./connect"
import { keepWriting, type Safety, type Writing } from "./keepWriting"
import { forgetRefused } from "./refusedRoom"

interface Hears {
  readonly state: (state: RoomState) => void
  readonly safety: (safety: Safety) => void
  /** The layer is here as a whole: from the server, or from a copy that once was whole. */
  readonly ready: () => void
  readonly replaced: () => void
}

const PATIENCE_MS = 3_000
const WHOLE = "whole"
/** The layer's epoch, as long as the server gives none. */
const EPOCH = 0

/**
 * Opens one's own layer, from what this device keeps of it first and from the server as soon as there is a line. What
 * is written is kept here until the server has acknowledged it, whether the window stays open or not.
 */
export function openLayer(room: string, device: Device, on: Hears): Connection {
  const name = copyOf(device.member, room, EPOCH)
  const connection = connect(room, { state: stateChanged, replaced, refused }, { waits: true })
  const { doc, provider } = connection
  const copy = device.lasts ? new IndexeddbPersistence(name, doc) : null
  let writing: Writing | null = null
  let stopWatching = () => {}
  let isClosed = false
  let isWhole = false
  if (copy) rememberCopy(name)

  function tell(): void {
    if (writing) on.safety(writing.safety())
  }
  function stateChanged(state: RoomState): void {
    if (state === "synced") {
      on.ready()
      if (copy?.synced && !isWhole) void keepWhole(copy)
      isWhole = true
    }
    on.state(state)
  }
  async function replaced(): Promise<void> {
    await copy?.destroy()
    await Promise.all([forgetCopy(name), carryOver(doc, room, device)]).catch(() => {})
    on.replaced()
  }
  async function refused(because: Refused): Promise<void> {
    // Before the database goes: what is still written in this window waits on the device, and nowhere else.
    await copy?.destroy()
    if ((await forgetRefused(device, { room, because })) === "not-allowed") writing?.stop()
  }

  async function load(): Promise<void> {
    const waiting = await waitingIn(room, device)
    for (const { value } of waiting) Y.applyUpdate(doc, value.update, device)
    if (copy) await Promise.race([copy.whenSynced, delay(PATIENCE_MS)])
    const wasWhole = copy?.synced && (await copy.get(WHOLE))
    if (isClosed) return
    if (wasWhole) on.ready()
    const isOwn = (origin: unknown) => origin !== provider && origin !== copy && origin !== device
    const loaded = waiting.map(({ key }) => key)
    writing = keepWriting({ doc, room, device, isOwn }, loaded, tell)
    stopWatching = watchSaved(connection, (saved) => {
      if (saved) writing?.acknowledged()
      tell()
    })
    provider.connect()
  }

  void load()
  return {
    doc,
    provider,
    close() {
      isClosed = true
      writing?.stop()
      stopWatching()
      connection.close()
    },
  }
}

/** Notes that the copy is whole, as one update: of what was removed or erased, no word stays behind in older ones. */
async function keepWhole(copy: IndexeddbPersistence): Promise<void> {
  try {
    await storeState(copy)
    await copy.set(WHOLE, "yes")
  } catch {
    // Full, or wiped meanwhile: the layer is on the server, and what is not waits beside the copy.
  }
}

/** One's own writing in a room that the server has not acknowledged, from this window and others. */
async function waitingIn(room: string, device: Device): Promise<readonly Kept<WaitingUpdate>[]> {
  const all = await device.all<WaitingUpdate>("updates").catch(() => [])
  return all.filter(({ value }) => value.room === room)
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
