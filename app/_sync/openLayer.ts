import { IndexeddbPersistence } from "y-indexeddb"
import * as Y from "yjs"
import type { Device } from "../_device/device"
import { copyOf } from "../_device/names"
import { forgetCopy, rememberCopy } from "../_device/wipe"
import { watchSaved } from "./acknowledgement"
import { carryOver, type Entry, entriesAt, takeOff, waitingIn, writeEntries } from "./carryOver"
import { type Connection, connect, type Refused, type RoomState } from "./connect"
import { keepWriting, type Safety, type Writing } from "./keepWriting"
import { forgetRefused } from "./refusedRoom"
import { keepWhole, letGo, letGoWhenDeleted, wasWhole } from "./wholeCopy"

interface Hears {
  readonly state: (state: RoomState) => void
  readonly safety: (safety: Safety) => void
  /** The layer is here as a whole: from the server, or from a copy that once was whole. */
  readonly ready: () => void
  /** Whether it holds something that is nowhere but in it; told also after it was closed. */
  readonly alone: (isAlone: boolean) => void
  /** The layer begins anew: to be opened again at once, with what could not be kept for it on the device. */
  readonly replaced: (carried: readonly Entry[]) => void
}

const PATIENCE_MS = 3_000
/** The layer's epoch, as long as the server gives none. */
const EPOCH = 0
/** Marks what is written again as one's own, though not as an act that undo would take back. */
const CARRIED = "carried"

/**
 * Opens one's own layer, from what this device keeps of it first and from the server as soon as there is a line. What
 * is written is kept here until the server has acknowledged it, whether the window stays open or not. `carried` is what
 * an opening before this one held alone: it is written again, as one's own.
 */
export function openLayer(
  room: string,
  device: Device,
  on: Hears,
  carried: readonly Entry[] = [],
): Connection {
  const name = copyOf(device.member, room, EPOCH)
  const connection = connect(room, { state: stateChanged, replaced, refused }, { waits: true })
  const { doc, provider } = connection
  let copy: IndexeddbPersistence | null = null
  let writing: Writing | null = null
  let stopWatching = () => {}
  let isClosed = false
  let isReplaced = false
  let isWhole = false

  function tell(): void {
    if (!writing) return
    const safety = writing.safety()
    if (!isClosed) on.safety(safety)
    on.alone(isInWindow(safety))
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
    isReplaced = true
    await writing?.hold()
    // Before the copy goes: if this is cut short, what waits is still there to be carried.
    const isCarried = await carryOver(doc, room, device).then(
      () => true,
      () => false,
    )
    await letGo(copy)
    await forgetCopy(name)
    // The copy took room.
    const left = isCarried ? [] : await carriedAgain()
    // From here on in one breath: what was written while this went on is in this document alone.
    const alone = [...left, ...entriesAt(doc, writing?.owed() ?? [])]
    shut()
    if (!isClosed) on.replaced(alone)
    else if (alone.length > 0) openLayer(room, device, on, alone).close()
  }
  function carriedAgain(): Promise<readonly Entry[]> {
    return carryOver(doc, room, device).then(
      () => [],
      () => takeOff(doc, room, device).catch(() => []),
    )
  }
  async function refused(because: Refused): Promise<void> {
    // Before the database goes: what is still written in this window waits on the device, and nowhere else.
    await letGo(copy)
    if ((await forgetRefused(device, { room, because })) === "signed-out" || !writing) return
    // What was about to be kept is not put back after the wipe.
    writing.acknowledged()
    void writing.stop()
    on.alone(false)
    if (isClosed) shut()
  }

  async function read(): Promise<void> {
    const waiting = await waitingIn(room, device).catch(() => [])
    if (isClosed && carried.length === 0) return
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
    if (carried.length > 0) writeEntries(doc, carried, CARRIED)
  }
  async function open(): Promise<void> {
    if (device.lasts && !isClosed) await openCopy()
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
    if (carried.length > 0) await isRead
    const safety = writing?.safety()
    const stopped = writing?.stop()
    if (safety && isInWindow(safety)) {
      await stopped
      if (isReplaced) return
      if (writing?.owed().length) return provider.connect()
    }
    shut()
  }
  function shut(): void {
    stopWatching()
    connection.close()
    on.alone(false)
  }

  if (carried.length > 0) on.alone(true)
  const isRead = read()
  void isRead.then(open)
  return {
    doc,
    provider,
    close() {
      isClosed = true
      if (!isReplaced) void leave()
    },
  }
}

function isInWindow(safety: Safety): boolean {
  return safety !== "saved" && safety !== "kept"
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
