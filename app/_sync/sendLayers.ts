import type { Device, WaitingUpdate } from "../_device/device"
import { type Connection, isFinal } from "./connect"
import { openLayer } from "./openLayer"

interface Needs {
  readonly device: Device
  /** Whether a room is open on this page: then it sends for itself. */
  readonly isOpen: (room: string) => boolean
}

/** Sends what was written in layers and left on the device by a window that is gone. */
export function sendLayers({ device, isOpen }: Needs) {
  const sending = new Map<string, Connection>()
  // The server would be sent the same again in every round, and take it as little.
  const untaken = new Set<string>()

  const end = (room: string) => {
    sending.get(room)?.close()
    sending.delete(room)
  }
  const open = (room: string) => {
    const layer = openLayer(room, device, {
      // Whatever is acknowledged leaves the device, and a room with nothing to send is closed.
      safety: (safety) => safety === "saved" && queueMicrotask(() => end(room)),
      state(state) {
        if (state === "full" || state === "not-taken") untaken.add(room)
        if (isFinal(state)) queueMicrotask(() => end(room))
      },
      ready: () => {},
      replaced: () => end(room),
    })
    sending.set(room, layer)
  }
  return {
    async send(): Promise<void> {
      if (!navigator.onLine) return
      const waiting = await device.all<WaitingUpdate>("updates").catch(() => [])
      for (const room of new Set(waiting.map(({ value }) => value.room))) {
        if (!isOpen(room) && !sending.has(room) && !untaken.has(room)) open(room)
      }
    },
    stop(): void {
      for (const room of [...sending.keys()]) end(room)
    },
  }
}
