import * as Y from "yjs"
import {
  type Device,
  type Key,
  type NotKept,
  type Touched,
  type WaitingUpdate,
  type WrittenIn,
  whyNotKept,
} from "../_device/device"
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
  /**
   * Keeps nothing more on this device, and goes on hearing what is owed. Settles when nothing is being kept any more.
   */
  hold(): Promise<void>
  /** Stops listening. Settles when all that was written until now is kept, or could not be. */
  stop(): Promise<void>
  /** What was written and could not be kept. */
  owed(): readonly Touched[]
  /** The same, as updates. */
  unkept(): readonly Uint8Array[]
  /** Takes on what another window has left on this device, once the document holds it and before it is sent. */
  adopt(left: readonly Key[]): void
}

/** So many pieces are kept before they are made one. */
const MANY = 64

/**
 * Keeps every update that is written here on this device until the server has acknowledged it. `loaded` are keys of
 * updates of an earlier window that the document holds already. Calls `changed` whenever the answer changes.
 */
export function keepWriting(
  { doc, room, device, isOwn, text }: Kept,
  loaded: readonly Key[],
  changed: () => void,
): Writing {
  let owed: Omit<WaitingUpdate, "room">[] = []
  let keys = [...loaded]
  let isAcknowledged = keys.length === 0
  let adding = Promise.resolve()
  let isWriting = false
  let isHeld = false
  let trouble: NotKept | null = device.lasts ? null : "no-storage"

  async function write(): Promise<void> {
    isWriting = true
    while (!isHeld && owed.length > 0 && (await add())) {
      changed()
      // Only to be read again more quickly: where it does not do, all stays as it is.
      if (keys.length >= MANY) await gather().catch(() => {})
    }
    isWriting = false
    changed()
  }
  /** Keeps all that is owed, beginning at once. False where it could not be kept: it is owed still. */
  async function add(): Promise<boolean> {
    const now = owed
    owed = []
    try {
      const update = Y.mergeUpdates(now.map((each) => each.update))
      const touched = now.flatMap((each) => each.touched)
      const waiting: WaitingUpdate = { room, update, touched, ...(text ? { text } : {}) }
      const key = await device.add("updates", waiting)
      // Only now: what was acknowledged meanwhile has emptied the list.
      keys.push(key)
      trouble = device.lasts ? null : "no-storage"
    } catch (error) {
      owed = [...now, ...owed]
      trouble = whyNotKept(error)
      return false
    }
    if (isAcknowledged) drop()
    return true
  }
  /** Puts one update in the place of many; both are there for a moment, which says nothing twice. */
  async function gather(): Promise<void> {
    const old = new Set(keys)
    const rows = (await device.all<WaitingUpdate>("updates")).filter(({ key }) => old.has(key))
    const [first] = rows
    if (!first || isAcknowledged) return
    const update = Y.mergeUpdates(rows.map(({ value }) => value.update))
    const touched = rows.flatMap(({ value }) => value.touched)
    keys.push(await device.add("updates", { ...first.value, update, touched }))
    // Acknowledged meanwhile: there was nothing left to stand for.
    if (isAcknowledged) return drop()
    await device.remove("updates", [...old])
    keys = keys.filter((key) => !old.has(key))
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
    if (!isWriting && !isHeld) adding = write()
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
    async hold() {
      isHeld = true
      await adding
    },
    async stop() {
      doc.off("update", onUpdate)
      // At once, beside what is being kept: the device is closed behind a window that goes.
      const last = owed.length > 0 ? add() : null
      adding = Promise.all([adding, last]).then(() => {})
      await adding
    },
    owed: () => owed.flatMap(({ touched }) => touched),
    unkept: () => owed.map(({ update }) => update),
    adopt(left) {
      if (left.length === 0) return
      keys.push(...left)
      isAcknowledged = false
      changed()
    },
  }
}

interface Kept {
  readonly doc: Y.Doc
  readonly room: string
  readonly device: Device
  /** Whether an update with this origin was written here, rather than read from somewhere. */
  readonly isOwn: (origin: unknown) => boolean
  readonly text?: WrittenIn
}
