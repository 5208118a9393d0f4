import * as Y from "yjs"
import { type Device, type Key, type NotKept, type WaitingUpdate, whyNotKept } from "../_device/device"
import { touchedIn } from "./carryOver"

/**
 * Where all that was written here is by now: on the server for good, else kept on this device, being kept, or in this
 * window alone, and why.
 */
export type Safety = "saved" | "kept" | "keeping" | NotKept

export interface Writing {
  safety(): Safety
  /** The server has acknowledged everything written so far: it need not be kept any more. */
  acknowledged(): void
  stop(): void
}

/**
 * Keeps every update that is written here on this device until the server has acknowledged it. `loaded` are keys of
 * updates of an earlier window that the document holds already. Calls `changed` whenever the answer changes.
 */
export function keepWriting(
  { doc, room, device, isOwn }: Kept,
  loaded: readonly Key[],
  changed: () => void,
): Writing {
  let owed: Omit<WaitingUpdate, "room">[] = []
  let keys = [...loaded]
  let isAcknowledged = keys.length === 0
  let isWriting = false
  let trouble: NotKept | null = device.lasts ? null : "no-storage"

  async function write(): Promise<void> {
    if (isWriting) return
    isWriting = true
    while (owed.length > 0) {
      const now = owed
      owed = []
      try {
        const update = Y.mergeUpdates(now.map((each) => each.update))
        const waiting: WaitingUpdate = { room, update, touched: now.flatMap(({ touched }) => touched) }
        keys.push(await device.add("updates", waiting))
        trouble = device.lasts ? null : "no-storage"
      } catch (error) {
        owed = [...now, ...owed]
        trouble = whyNotKept(error)
        break
      }
      if (isAcknowledged) drop()
      changed()
    }
    isWriting = false
    changed()
  }
  function drop(): void {
    const dropped = keys
    keys = []
    // What could not be removed is sent once more by a later window, and changes nothing.
    device.remove("updates", dropped).catch(() => {})
  }
  const onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!isOwn(origin)) return
    isAcknowledged = false
    owed.push({ update, touched: touchedIn(doc, transaction) })
    void write()
    changed()
  }
  doc.on("update", onUpdate)
  return {
    safety() {
      if (isAcknowledged) return "saved"
      return trouble ?? (isWriting || owed.length > 0 ? "keeping" : "kept")
    },
    acknowledged() {
      isAcknowledged = true
      owed = []
      drop()
    },
    stop: () => doc.off("update", onUpdate),
  }
}

interface Kept {
  readonly doc: Y.Doc
  readonly room: string
  readonly device: Device
  /** Whether an update with this origin was written here, rather than read from somewhere. */
  readonly isOwn: (origin: unknown) => boolean
}
