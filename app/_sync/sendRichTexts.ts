import type { Device, WaitingUpdate } from "../_device/device"
import { type Connection, isFinal, type RoomState } from "./connect"
import type { Outgoing } from "./createOutgoing"
import type { Safety } from "./keepWriting"
import { isRichText, openRichText } from "./openRichText"

interface Needs extends Pick<Outgoing, "isOpen" | "hearAlone"> {
  readonly device: Device
}

/** Sends what was written in rich texts and left on the device by a window that is gone. */
export function sendRichTexts({ device, isOpen, hearAlone }: Needs) {
  const sending = new Map<string, Connection>()
  // The server would be sent the same again in every round, and take it as little.
  const untaken = new Set<string>()

  const end = (room: string) => {
    sending.get(room)?.close()
    sending.delete(room)
  }
  const open = (room: string) => {
    const soon = () => queueMicrotask(() => end(room))
    const text = openRichText(room, device, {
      safety: (safety: Safety) => safety === "saved" && soon(),
      state(state: RoomState) {
        if (state === "full" || state === "not-taken") untaken.add(room)
        if (isFinal(state)) soon()
      },
      ready: () => {},
      alone: hearAlone(),
      replaced: soon,
    })
    sending.set(room, text)
  }
  return {
    async send(): Promise<void> {
      if (!navigator.onLine) return
      const waiting = await device.all<WaitingUpdate>("updates").catch(() => [])
      for (const room of new Set(waiting.map(({ value }) => value.room))) {
        if (isRichText(room) && !isOpen(room) && !sending.has(room) && !untaken.has(room)) open(room)
      }
    },
    stop(): void {
      for (const room of [...sending.keys()]) end(room)
    },
  }
}
