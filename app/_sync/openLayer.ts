import { IndexeddbPersistence } from "y-indexeddb"
import * as Y from "yjs"
import type { Device, Kept, WaitingUpdate } from "../_device/device"
import { copyOf } from "../_device/names"
import { forgetCopy, rememberCopy } from "../_device/wipe"
import { watchSaved } from "./acknowledgement"
import { carryOver } from "./carryOver"
import { type Connection, connect, type Refused, type RoomState } from "./connect"
import { keepWriting, type Safety, type Writing } from "./keepWriting"
import { forgetRefused } from "./refusedRoom"
import { keepWhole, letGo, letGoWhenDeleted, wasWhole } from "./wholeCopy"

interface Hears {
  readonly state: (state: RoomState) => void
  readonly safety: (safety: Safety) => void
  /** The layer is here as a whole: from the server, or from a copy that once was whole. */
  readonly ready: () => void
  readonly replaced: () => void
}

const PATIENCE_MS = 3_000
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
  let copy: IndexeddbPersistence | null = null
  let writing: Writing | null = null
  let stopWatching = () => {}
  let isClosed = false
  let isWhole = false

  function tell(): void {
    if (writing && !isClosed) on.safety(writing.safety())
  }
  function stateChanged(state: RoomState): void {
    if (isClosed) return
    if (state === "synced") {
      on.ready()
      if (copy?.synced && !isWhole) {
        isWhole = true
        // Full, or wiped meanwhile: the layer is on the server, and what is not waits beside the copy.
        keepWhole(copy).catch(() => {})
      }
    }
    on.state(state)
  }
  async function replaced(): Promise<void> {
    await writing?.stop()
    // Before the copy goes: if this is cut short, what waits is still there to be carried.
    await carryOver(doc, room, device, writing?.owed()).then(
      () => writing?.acknowledged(),
      () => {},
    )
    await letGo(copy)
    await forgetCopy(name)
    if (isClosed) shut()
    else on.replaced()
  }
  async function refused(because: Refused): Promise<void> {
    // Before the database goes: what is still written in this window waits on the device, and nowhere else.
    await letGo(copy)
    if ((await forgetRefused(device, { room, because })) === "signed-out" || !writing) return
    // What was about to be kept is not put back after the wipe.
    writing.acknowledged()
    void writing.stop()
    if (isClosed) shut()
  }

  async function load(): Promise<void> {
    const waiting = await waitingIn(room, device)
    if (isClosed) return
    for (const { value } of waiting) Y.applyUpdate(doc, value.update, device)
    const isOwn = (origin: unknown) => origin !== provider && origin !== copy && origin !== device
    const loaded = waiting.map(({ key }) => key)
    // Before the copy listens: it throws once its database is closed, and whoever listens after it hears nothing.
    writing = keepWriting({ doc, room, device, isOwn }, loaded, tell)
    stopWatching = watchSaved(connection, (saved) => {
      if (saved) writing?.acknowledged()
      if (saved && isClosed) shut()
      tell()
    })
    if (device.lasts) await openCopy()
    if (!isClosed) provider.connect()
  }
  async function openCopy(): Promise<void> {
    rememberCopy(name)
    copy = new IndexeddbPersistence(name, doc)
    void letGoWhenDeleted(copy)
    await Promise.race([copy.whenSynced, delay(PATIENCE_MS)])
    if (copy.synced && (await wasWhole(copy)) && !isClosed) on.ready()
  }

  /** Lets go of the room; of one with writing that is nowhere but here, only when the server has it. */
  async function leave(): Promise<void> {
    const safety = writing?.safety()
    const stopped = writing?.stop()
    if (safety && safety !== "saved" && safety !== "kept") {
      await stopped
      if (writing?.owed().length) return provider.connect()
    }
    shut()
  }
  function shut(): void {
    stopWatching()
    connection.close()
  }

  void load()
  return {
    doc,
    provider,
    close() {
      isClosed = true
      void leave()
    },
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
