import type { Device, WaitingUpdate } from "../_device/device"
import type { Entry } from "./carryOver"
import { type Connection, isFinal, type RoomState } from "./connect"
import type { Outgoing } from "./createOutgoing"
import type { Safety } from "./keepWriting"
import { openLayer } from "./openLayer"

interface Needs extends Pick<Outgoing, "isOpen" | "hearAlone"> {
  readonly device: Device
}

/** Sends what was written in layers and left on the device by a window that is gone. */
export function sendLayers({ device, isOpen, hearAlone }: Needs) {
  const sending = new Map<string, Connection>()
  // The server would be sent the same again in every round, and take it as little.
  const untaken = new Set<string>()

  const end = (room: string) => {
    sending.get(room)?.close()
    sending.delete(room)
  }
  const open = (room: string, carried: readonly Entry[] = []) => {
    const hears = {
      // Whatever is acknowledged leaves the device, and a room with nothing to send is closed.
      safety: (safety: Safety) => safety === "saved" && queueMicrotask(() => end(room)),
      state(state: RoomState) {
        if (state === "full" || state === "not-taken") untaken.add(room)
        if (isFinal(state)) queueMicrotask(() => end(room))
      },
      ready: () => {},
      alone: hearAlone(),
      replaced(left: readonly Entry[]) {
        end(room)
        open(room, left)
      },
    }
    sending.set(room, openLayer(room, device, hears, carried))
  }
  return {
    async send(): Promise<void> {
      if (!navigator.onLine) return
      const waiting = await device.all<WaitingUpdate>("updates").catch(() => [])
      for (const room of new Set(waiting.map(({ value }) => value.room))) {
        if (!room.startsWith("layer/")) continue
        if (!isOpen(room) && !sending.has(room) && !untaken.has(room)) open(room)
      }
    },
    stop(): void {
      for (const room of [...sending.keys()]) end(room)
    },
  }
}
