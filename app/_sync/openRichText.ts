import * as Y from "yjs"
import type { Device } from "../_device/device"
import { watchSaved } from "./acknowledgement"
import { waitingIn } from "./carryOver"
import { type Connection, connect, type Refused, type RoomState } from "./connect"
import { keepWriting, type Safety, type Writing } from "./keepWriting"
import { forgetRefused } from "./refusedRoom"

interface Hears {
  readonly state: (state: RoomState) => void
  readonly safety: (safety: Safety) => void
  /** It can be read and written in: as the server has it, or as this device keeps it. */
  readonly ready: () => void
  /** Whether it holds something that is nowhere but in it; told also after it was closed. */
  readonly alone: (isAlone: boolean) => void
  /** It begins anew: to be opened again at once. What the server lacks of it waits on the device. */
  readonly replaced: () => void
}

/** The kinds of rooms that hold rich text. */
const rich = /^(memo|notes)\//

export function isRichText(room: string): boolean {
  return rich.test(room)
}

const PAUSE_MS = 1_500

/**
 * Opens a rich text that several write: from what this device keeps of it first, and from the server as soon as there
 * is a line. What is written is kept here until the server has acknowledged it, whether the window stays open or not;
 * what the server has, so that it opens without a network.
 */
export function openRichText(room: string, device: Device, on: Hears): Connection {
  const connection = connect(room, { state: stateChanged, replaced, refused }, { waits: true })
  const { doc, provider } = connection
  let writing: Writing | null = null
  let stopWatching = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  function stateChanged(state: RoomState): void {
    if (isClosed) return
    if (state === "synced") on.ready()
    on.state(state)
  }
  function tell(): void {
    if (!writing) return
    const safety = writing.safety()
    if (!isClosed) on.safety(safety)
    on.alone(isInWindow(safety))
  }
  async function replaced(): Promise<void> {
    clearTimeout(timer)
    await device.remove("copies", [room]).catch(() => {})
    if (!isClosed) on.replaced()
  }
  async function refused(because: Refused): Promise<void> {
    clearTimeout(timer)
    if ((await forgetRefused(device, { room, because })) === "signed-out" || !writing) return
    // What was about to be kept is not put back after the wipe.
    writing.acknowledged()
    void writing.stop()
    on.alone(false)
    if (isClosed) shut()
  }
  /** Only what the server has: a copy is read, and brings nothing back that was erased there. */
  function keepSoon(): void {
    if (!device.lasts) return
    timer ??= setTimeout(() => {
      timer = undefined
      if (isClosed || writing?.safety() !== "saved") return
      // Not kept: it opens with a network, as before.
      device.put("copies", room, Y.encodeStateAsUpdate(doc)).catch(() => {})
    }, PAUSE_MS)
  }

  async function open(): Promise<void> {
    const copy = await device.find<Uint8Array>("copies", room).catch(() => undefined)
    const waiting = await waitingIn(room, device).catch(() => [])
    if (isClosed) return
    if (copy) Y.applyUpdate(doc, copy, device)
    for (const { value } of waiting) Y.applyUpdate(doc, value.update, device)
    const isOwn = (origin: unknown) => origin !== provider && origin !== device
    writing = keepWriting(
      { doc, room, device, isOwn },
      waiting.map(({ key }) => key),
      tell,
    )
    stopWatching = watchSaved(connection, (saved) => {
      if (saved) writing?.acknowledged()
      if (saved && !isClosed) keepSoon()
      if (saved && isClosed) shut()
      tell()
    })
    if (copy) on.ready()
    provider.connect()
  }
  /** Lets go of the room; of one with writing that is nowhere but here, only when the server has it. */
  async function leave(): Promise<void> {
    const safety = writing?.safety()
    const stopped = writing?.stop()
    if (safety && isInWindow(safety)) {
      await stopped
      if (writing?.unkept().length) return provider.connect()
    }
    shut()
  }
  function shut(): void {
    stopWatching()
    connection.close()
    on.alone(false)
  }

  void open()
  return {
    doc,
    provider,
    close() {
      isClosed = true
      clearTimeout(timer)
      void leave()
    },
  }
}

function isInWindow(safety: Safety): boolean {
  return safety !== "saved" && safety !== "kept"
}
